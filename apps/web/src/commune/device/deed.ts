import { call } from '../../api/call';
import type { AnswerRequest, VisitFields } from '../../api/schema';

/** Something the officer did, written down on the device before it is sent. */
export type Deed = DeedHead & (AnswerDeed | VisitDeed | CloseDeed | FinishDeed | ConfirmDeed);

interface DeedHead {
  /** Name of the request: the same deed sent twice happens once. */
  readonly id: string;
  /** Who did it: nobody else's session may send it. */
  readonly account: string;
  /** When it was written down, by the server's clock. */
  readonly at: string;
  /** The row of the list it belongs to. */
  readonly taskId: string | null;
  /** Short name of the person, for the officer's eye. */
  readonly about: string;
  /** Why the server did not take it; it waits to be mended. */
  readonly refused?: string;
}
interface AnswerDeed {
  readonly what: 'answer';
  readonly alertId: string;
  readonly body: AnswerRequest;
}
interface VisitDeed {
  readonly what: 'visit';
  readonly caseCode: string;
  readonly body: VisitFields;
}
interface CloseDeed {
  readonly what: 'close';
  readonly alertId: string;
  readonly deed: 'NOTIFIED' | 'NOTED';
}
interface FinishDeed {
  readonly what: 'finish';
  readonly deskTaskId: string;
  readonly outcome: string;
}

/** The commune confirms a contract concluded directly; `on`: the business day it was written down. */
interface ConfirmDeed {
  readonly what: 'confirm';
  readonly caseId: string;
  readonly on: string;
}

/** A line that hangs for longer is no line. */
const PATIENCE_MS = 20_000;

/** Sends one deed. `late`: what had asked for it was closed meanwhile; it is kept all the same. */
export async function sendDeed(deed: Deed): Promise<{ late: boolean }> {
  const terms = { key: deed.id, signal: AbortSignal.timeout(PATIENCE_MS) };
  switch (deed.what) {
    case 'answer': {
      const { late } = await call('POST /api/v1/alerts/{alertId}/answers', {
        ...terms,
        params: { alertId: deed.alertId },
        body: { ...deed.body, saidAt: deed.at },
      });
      return { late };
    }
    case 'visit': {
      const { late } = await call('POST /api/v1/commune/cases/{caseCode}/visits', {
        ...terms,
        params: { caseCode: deed.caseCode },
        body: { ...deed.body, saidAt: deed.at },
      });
      return { late };
    }
    case 'close':
      await call('POST /api/v1/alerts/{alertId}/close', { ...terms, params: { alertId: deed.alertId }, body: { deed: deed.deed } });
      return { late: false };
    case 'confirm':
      await call('POST /api/v1/cases/{caseId}/milestones', {
        ...terms,
        params: { caseId: deed.caseId },
        body: { kind: 'COMMUNE_CONFIRMED', effectiveOn: deed.on },
      });
      return { late: false };
    case 'finish':
      await call('POST /api/v1/tasks/{taskId}/finish', { ...terms, params: { taskId: deed.deskTaskId }, body: { outcome: deed.outcome } });
      return { late: false };
  }
}
