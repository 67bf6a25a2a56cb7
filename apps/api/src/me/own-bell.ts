import { BellSeen, DeskTasks } from '@app/identity';
import { BatchRows } from '@app/imports';
import type { Actor } from '@app/kernel';
import { BorrowerNews } from '@app/loans';
import { AlertNews, deskOf } from '@app/overstay';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type BellItem, ofAlert, ofAnswer, ofBatch, ofBorrower, ofTask } from './bell-item';

/** How long a bell shows what nobody looked at. */
const WINDOW_DAYS = 14;
/** Counted up to here: more is "100 or more" on any screen. */
const MOST_COUNTED = 100;
const SHOWN = 20;

export interface Bell {
  readonly unread: number;
  readonly seenAt: Date | null;
  /** Moment of this answer, to send back when it was looked at. */
  readonly asOf: Date;
  readonly items: readonly (BellItem & { readonly unread: boolean })[];
}

/** What is new on the actor's desk, read from the alerts, tasks, answers, batches and events themselves: what is done disappears by itself. */
@Injectable()
export class OwnBell {
  constructor(private readonly runner: TransactionRunner) {}

  async read(actor: Actor): Promise<Bell> {
    return this.runner.run(actor, async (tx) => {
      const { seenAt, asOf } = await BellSeen.find(tx);
      const since = new Date(asOf.getTime() - WINDOW_DAYS * 86_400_000);
      const all = (await news(tx, since)).sort((a, b) => b.at.getTime() - a.at.getTime());
      const items = all.map((item) => ({ ...item, unread: seenAt === null || item.at > seenAt }));
      return { unread: Math.min(items.filter((item) => item.unread).length, MOST_COUNTED), seenAt, asOf, items: items.slice(0, SHOWN) };
    });
  }

  /** @param upTo the `asOf` of the answer that was looked at; what came since stays unread. */
  async markSeen(actor: Actor, upTo: Date): Promise<void> {
    await this.runner.run(actor, (tx) => BellSeen.mark(tx, upTo));
  }
}

async function news(tx: Tx, since: Date): Promise<BellItem[]> {
  const batches = (await BatchRows.finishedSince(tx, since, MOST_COUNTED)).map(ofBatch);
  if (tx.actor.role === 'bank_officer') return [...(await BorrowerNews.since(tx, since, MOST_COUNTED)).map(ofBorrower), ...batches];
  const desk = deskOf(tx.actor.role);
  if (!desk) return batches;
  const alerts = (await AlertNews.raised(tx, desk, since, MOST_COUNTED)).map((line) => ofAlert(desk, line));
  const tasks = (await DeskTasks.news(tx, desk, since, MOST_COUNTED)).map(ofTask);
  const answers = (await AlertNews.answers(tx, desk, since, MOST_COUNTED)).map(ofAnswer);
  return [...alerts, ...tasks, ...answers, ...batches];
}
