import { type Actor, notFound } from '@app/kernel';
import { AppConfig, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { LetterLine, NoticeFilter, NoticeLine } from '../domain/notice-line';
import { renderLetter } from '../domain/render-letter';
import { NoticeRows } from '../persistence/notice-rows';

const MOST = 100;

/** What offices were told, how far each copy came, and the letters to print. The actor's scope decides what is seen. */
@Injectable()
export class ListNotices {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly config: AppConfig,
  ) {}

  /** Newest first; `next` is the `before` of the following page. */
  async list(actor: Actor, filter: NoticeFilter = {}): Promise<{ notices: NoticeLine[]; next?: number }> {
    const limit = Math.min(filter.limit ?? 50, MOST);
    const rows = await this.runner.run(actor, (tx) =>
      NoticeRows.list(tx, {
        since: filter.since ?? null,
        state: filter.state ?? null,
        before: filter.before ?? null,
        limit,
      }),
    );
    return { notices: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined };
  }

  /** Letters not printed yet, oldest first. */
  async listLetters(actor: Actor, page: { after?: number; limit?: number } = {}): Promise<{ letters: LetterLine[]; next?: number }> {
    const limit = Math.min(page.limit ?? 50, MOST);
    const rows = await this.runner.run(actor, (tx) => NoticeRows.listLetters(tx, page.after ?? 0, limit));
    return { letters: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined };
  }

  /** The notice as an HTML page to print (any notice: a bounced one may need paper too). Throws NOT_FOUND. */
  async renderLetter(actor: Actor, noticeId: number): Promise<string> {
    const [row] = await this.runner.run(actor, (tx) => NoticeRows.contents(tx, [noticeId]));
    if (!row) throw notFound('Không tìm thấy thông báo này trong phạm vi của bạn.');
    return renderLetter({ ...row, link: `${this.config.PUBLIC_URL}/cong-viec`, printedOn: row.today });
  }

  /** Printed once stays printed. Throws NOT_FOUND for a notice that is no letter or out of scope. */
  async markPrinted(actor: Actor, noticeId: number): Promise<void> {
    const done = await this.runner.run(actor, (tx) => NoticeRows.markPrinted(tx, noticeId));
    if (!done) throw notFound('Không tìm thấy thư in này trong phạm vi của bạn.');
  }
}
