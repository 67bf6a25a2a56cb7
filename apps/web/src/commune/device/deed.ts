import { type ApiProblem, call, upload } from '../../api/call';
import type { AnswerRequest, HouseholdAnswerRequest, VisitFields } from '../../api/schema';
import { bytesOf } from './picture';

/** Something the officer did, written down on the device before it is sent. */
export type Deed = DeedHead & (AnswerDeed | VisitDeed | PictureDeed | CloseDeed | FinishDeed | ConfirmDeed | HouseholdDeed);

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
  /** Data addresses of what was photographed. They become deeds of their own once the words arrived, which get through a thin line sooner. */
  readonly pictures?: readonly string[];
}
interface PictureDeed {
  readonly what: 'picture';
  readonly visitId: string;
  readonly picture: string;
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

/** What a commune confirms: a contract concluded directly, application and life record, the commitment signed before it. */
export type CommunePaper = 'COMMUNE_CONFIRMED' | 'APPLICATION_CONFIRMED' | 'RETURN_COMMITTED';

/** The commune confirms a paper, a contract where none is named; `on`: the business day it was written down. */
interface ConfirmDeed {
  readonly what: 'confirm';
  readonly caseId: string;
  readonly paper?: CommunePaper;
  readonly on: string;
}

/** The commune's answer about a household, by the number of its task. */
interface HouseholdDeed {
  readonly what: 'household';
  readonly deskTaskId: string;
  readonly body: HouseholdAnswerRequest;
}

/** A line that hangs for longer is no line. */
const PATIENCE_MS = 20_000;
const PICTURE_PATIENCE_MS = 90_000;

export interface Sending {
  /** What had asked for it was closed meanwhile; it is kept all the same. */
  readonly late: boolean;
  /** What is to be sent next because this one arrived. */
  readonly follow?: readonly Deed[];
}

const PASSING = new Set(['REQUEST_RUNNING', 'SCANNER_UNAVAILABLE', 'STORE_UNAVAILABLE']);

/** Nothing is wrong with what was sent: it is tried again. A case that holds as many files as it may stays full. */
export const isPassing = ({ status, code }: ApiProblem): boolean =>
  status >= 500 || PASSING.has(code) || ([401, 408, 425, 429].includes(status) && code !== 'FILES_FULL');

/** Sends one deed; broken off anywhere, the whole of it is sent again and happens once. */
export async function sendDeed(deed: Deed): Promise<Sending> {
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
      const { late, visitId } = await call('POST /api/v1/commune/cases/{caseCode}/visits', {
        ...terms,
        params: { caseCode: deed.caseCode },
        body: { ...deed.body, saidAt: deed.at },
      });
      return { late, follow: picturesOf(deed, visitId) };
    }
    case 'picture':
      await sendPicture(deed);
      return { late: false };
    case 'close':
      await call('POST /api/v1/alerts/{alertId}/close', { ...terms, params: { alertId: deed.alertId }, body: { deed: deed.deed } });
      return { late: false };
    case 'confirm':
      await call('POST /api/v1/cases/{caseId}/milestones', {
        ...terms,
        params: { caseId: deed.caseId },
        body: { kind: deed.paper ?? 'COMMUNE_CONFIRMED', effectiveOn: deed.on },
      });
      return { late: false };
    case 'household':
      await call('POST /api/v1/commune/tasks/{taskId}/household', { ...terms, params: { taskId: deed.deskTaskId }, body: deed.body });
      return { late: false };
    case 'finish':
      await call('POST /api/v1/tasks/{taskId}/finish', { ...terms, params: { taskId: deed.deskTaskId }, body: { outcome: deed.outcome } });
      return { late: false };
  }
}

/** Their names come from the visit's: made twice they are the same deeds. */
function picturesOf({ id, account, at, taskId, about, pictures = [] }: DeedHead & VisitDeed, visitId: string): Deed[] {
  return pictures.map((picture, i) => ({ what: 'picture', id: `${id}-${i}`, account, at, taskId, about, visitId, picture }));
}

async function sendPicture({ id, visitId, picture }: DeedHead & PictureDeed): Promise<void> {
  const form = new FormData();
  form.append('visitId', visitId);
  form.append('file', bytesOf(picture), 'tham.jpg');
  await upload('POST /api/v1/paper-files', form, { key: id, signal: AbortSignal.timeout(PICTURE_PATIENCE_MS) });
}
