import { setTimeout } from 'node:timers/promises';
import { systemActor } from '@app/kernel';
import { AppConfig, Mailer, type MailOutcome, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { decideDelivery, type MailTiming } from '../domain/delivery-state';
import { type RenderedMail, renderMail } from '../domain/render-mail';
import { renderWeekly } from '../domain/weekly-news';
import { type ClaimedDelivery, DeliveryRows, type DeliveryResult } from '../persistence/delivery-rows';
import { type NoticeRow, NoticeRows } from '../persistence/notice-rows';
import { sealNotices } from '../persistence/seal-notices';
import { MailTimings } from './mail-timing';
import { reportLost } from './report-lost';

/** Deliveries claimed together: three statements for fifty mails where the server is quick. */
const BLOCK = 50;
const WRITE_MS = 200;
const actor = systemActor('notices');

/**
 * Sends what is owed. Every copy is claimed under a lease with a fencing number before it leaves and gets its state after;
 * which ones are due is read from their state, never from a queue.
 */
@Injectable()
export class DeliverNotices {
  private readonly timings = new MailTimings();

  constructor(
    private readonly runner: TransactionRunner,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** Closes open notices and makes their copies. Inside the transaction that marks the duty done. */
  async seal(tx: Tx, noticeIds: readonly number[]): Promise<void> {
    await sealNotices(tx, noticeIds, this.mailer.domain);
  }

  /** Sends the due copies of these notices (sealing those still open); returns how many were tried. */
  async run(noticeIds: readonly number[]): Promise<number> {
    await this.runner.run(actor, (tx) => this.seal(tx, noticeIds));
    return this.send(noticeIds);
  }

  /** Sends the due copies of sealed notices; returns how many were tried. */
  async send(noticeIds: readonly number[]): Promise<number> {
    return this.drain((tx) => DeliveryRows.claimOf(tx, noticeIds, BLOCK), Infinity);
  }

  /**
   * Sends at most `most` copies that are due by their state: retries, uncertain ones after their wait, and copies whose job
   * was lost. First gives back what a dead process had claimed. Returns how many were tried.
   */
  async runDue(most: number, idleSeconds = 30): Promise<number> {
    await this.runner.run(actor, async (tx) => {
      const timing = await this.timings.inForce(tx);
      await reportLost(tx, await DeliveryRows.expireLeases(tx, timing.uncertainWaitSeconds));
    });
    return this.drain((tx) => DeliveryRows.claimDue(tx, BLOCK, idleSeconds), most);
  }

  private async drain(claim: (tx: Tx) => Promise<ClaimedDelivery[]>, most: number): Promise<number> {
    let tried = 0;
    while (tried < most) {
      const { claimed, mails, timing } = await this.runner.run(actor, async (tx) => {
        const rows = await claim(tx);
        return { claimed: rows, mails: await this.render(tx, rows), timing: await this.timings.inForce(tx) };
      });
      if (!claimed.length) break;
      await this.sendAll(claimed, (copy) => this.sendOne(copy, mails.get(copy.noticeId), timing));
      tried += claimed.length;
    }
    return tried;
  }

  /** Results are written every {@link WRITE_MS}, so that a process that dies leaves few copies in doubt when the server is slow. */
  private async sendAll(claimed: readonly ClaimedDelivery[], send: (copy: ClaimedDelivery) => Promise<DeliveryResult>): Promise<void> {
    const ready: DeliveryResult[] = [];
    const all = Promise.all(claimed.map(async (copy) => ready.push(await send(copy)))).then(() => true);
    for (let over = false; !over || ready.length;) {
      over ||= await Promise.race([all, setTimeout(WRITE_MS, false)]);
      const results = ready.splice(0);
      if (results.length) await this.runner.run(actor, async (tx) => reportLost(tx, await DeliveryRows.finish(tx, results)));
    }
  }

  /** A notice whose template fails maps to the reason: only its own copies die of it. */
  private async render(tx: Tx, claimed: readonly ClaimedDelivery[]): Promise<Map<number, RenderedMail | string>> {
    if (!claimed.length) return new Map();
    const rows = await NoticeRows.contents(tx, [...new Set(claimed.map((copy) => copy.noticeId))]);
    return new Map<number, RenderedMail | string>(
      rows.map((row) => {
        try {
          return [row.id, this.mailOf(row)];
        } catch (error) {
          return [row.id, error instanceof Error && error.message.startsWith('TEMPLATE') ? error.message : 'TEMPLATE: does not render'];
        }
      }),
    );
  }

  private mailOf(row: NoticeRow): RenderedMail {
    const site = this.config.PUBLIC_URL;
    if (row.kind === 'weekly') return renderWeekly({ office: row.office, monday: row.day, lines: row.lines, site });
    return renderMail({ ...row, link: row.addressee.startsWith('BANK:') ? `${site}/von-vay?muc=running` : `${site}/cong-viec` });
  }

  private async sendOne(copy: ClaimedDelivery, mail: RenderedMail | string | undefined, timing: MailTiming): Promise<DeliveryResult> {
    const { id, fence } = copy;
    if (mail === undefined || typeof mail === 'string')
      return { id, fence, state: 'dead', reason: mail ?? 'TEMPLATE: no content', inSeconds: null, doubtful: false };
    const outcome: MailOutcome = await this.mailer
      .send({ ...mail, to: copy.address, messageId: copy.messageId, listId: `benve.${this.mailer.domain}` })
      .catch((): MailOutcome => ({ kind: 'bounced', reason: 'MAIL_UNSOUND' }));
    const verdict = decideDelivery(outcome, copy, timing);
    return {
      id,
      fence,
      state: verdict.state,
      reason: verdict.reason,
      inSeconds: 'inSeconds' in verdict ? verdict.inSeconds : null,
      doubtful: outcome.kind === 'uncertain',
    };
  }
}
