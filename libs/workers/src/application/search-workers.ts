import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, parseCitizenId } from '@app/kernel';
import { Seal, TransactionRunner, type Tx } from '@app/platform';
import { readCursor, writeCursor } from '../domain/page-cursor';
import { normalisePassport, normalisePhone } from '../domain/phone';
import type { WorkerLine, WorkerPage, WorkerSearch } from '../domain/worker-line';
import { nameTokens } from '../domain/worker-name';
import { type Page, placeOf, type SearchRow, WorkerSearchRows } from '../persistence/worker-search-rows';

/** Finds people of the actor's scope: by words of the name in any order and without marks, or exactly by a number. */
@Injectable()
export class SearchWorkers {
  /** The most selective word of a name within a province, to drive a search of another context by. */
  static rarest(tx: Tx, province: string, tokens: readonly string[]): Promise<string> {
    return WorkerSearchRows.rarest(tx, province, tokens);
  }

  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
  ) {}

  async run(actor: Actor, search: WorkerSearch): Promise<WorkerPage> {
    const limit = Math.min(search.limit ?? 50, 100);
    const cursor = search.after === undefined ? undefined : readCursor(search.after);
    if (search.after !== undefined && !cursor)
      throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tìm lại từ đầu.');
    const page: Page = { sortKey: cursor?.sortKey ?? null, id: cursor?.id ?? null, limit: limit + 1 };
    const rows = await this.runner.run(actor, (tx) => this.rows(tx, search, page));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { workers: rows.slice(0, limit).map(line), ...(last && { next: writeCursor(last.sortKey, last.id) }) };
  }

  private async rows(tx: Tx, search: WorkerSearch, page: Page): Promise<SearchRow[]> {
    const text = search.text?.trim() ?? '';
    const citizenId = search.citizenId ?? (/^\d{12}$/.test(text) ? text : undefined);
    if (citizenId !== undefined) {
      const number = parseCitizenId(citizenId.replace(/\s/g, ''));
      return number ? WorkerSearchRows.exact(tx, 'citizen_id_index', this.seal.blindIndex('citizen-id', number)) : [];
    }
    const passport = search.passport ?? (/^[A-Za-z]\d{7,8}$/.test(text) ? text : undefined);
    if (passport !== undefined)
      return WorkerSearchRows.exact(tx, 'passport_index', this.seal.blindIndex('passport', normalisePassport(passport)));
    const phone = normalisePhone(search.phone ?? text);
    if (phone) return WorkerSearchRows.byPhone(tx, phone);
    return search.phone !== undefined ? [] : this.byName(tx, nameTokens(text), page);
  }

  private async byName(tx: Tx, tokens: string[], page: Page): Promise<SearchRow[]> {
    const { province, communes, organisationId } = placeOf(tx.actor.scope);
    if (communes) return WorkerSearchRows.inCommunes(tx, communes, tokens, page);
    if (tokens.length === 0)
      throw new DomainError('invalid', 'SEARCH_EMPTY', 'Hãy nhập ít nhất một từ trong họ tên, hoặc số căn cước, hộ chiếu, điện thoại.');
    if (organisationId) return WorkerSearchRows.throughCases(tx, organisationId, tokens, page);
    if (!province) return [];
    const pivot = await WorkerSearchRows.rarest(tx, province, tokens);
    return WorkerSearchRows.inProvince(
      tx,
      province,
      pivot,
      tokens.filter((token) => token !== pivot),
      page,
    );
  }
}

function line(row: SearchRow): WorkerLine {
  const { id, fullName, birthDate, birthPrecision, sex, communeCode, hamlet, phone } = row;
  return { id, fullName, birthDate, birthPrecision, sex, communeCode, hamlet, phone };
}
