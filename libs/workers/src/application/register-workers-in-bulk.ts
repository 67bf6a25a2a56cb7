import { Injectable } from '@nestjs/common';
import { eachStep, foldText, newId } from '@app/kernel';
import { inSlices, Seal, type Tx } from '@app/platform';
import { fillWorker } from '../domain/fill-worker';
import { nameKey } from '../domain/worker-name';
import type { BulkWorkerResult, FillableField, WorkerRecord } from '../domain/worker-record';
import { BulkWorkerRows, type NewWorkerRow } from '../persistence/bulk-worker-rows';
import { type KnownRow, KnownWorkerRows } from '../persistence/known-worker-rows';
import { type WorkerChange, WorkerChangeRows } from '../persistence/worker-change-rows';

/** Rows per round: one statement each for so many. */
const BLOCK = 10_000;

interface Numbered {
  readonly at: number;
  readonly record: WorkerRecord;
  readonly index: Buffer | null;
  /** The same person within the rows. */
  readonly key: string | null;
}

/**
 * Takes in many persons at once: unknown ones are made, known ones are filled by {@link fillWorker}, those of another scope are
 * reported as foreign and nothing else. Sealing a number is the only work done row by row. Writes no audit entry: the caller's
 * deed is the batch.
 */
@Injectable()
export class RegisterWorkersInBulk {
  constructor(private readonly seal: Seal) {}

  /** Results in the order of the rows. */
  async apply(tx: Tx, rows: readonly WorkerRecord[]): Promise<BulkWorkerResult[]> {
    const results: BulkWorkerResult[] = [];
    for (let start = 0; start < rows.length; start += BLOCK) await this.block(tx, await this.numbered(rows, start), results);
    return results;
  }

  private async numbered(rows: readonly WorkerRecord[], start: number): Promise<Numbered[]> {
    const number = (record: WorkerRecord, i: number): Numbered => {
      const index = record.citizenId ? this.seal.blindIndex('citizen-id', record.citizenId) : null;
      return { at: start + i, record, index, key: index ? index.toString('base64') : withoutNumberKey(record) };
    };
    return inSlices(eachStep(rows.slice(start, start + BLOCK), number));
  }

  private async block(tx: Tx, block: readonly Numbered[], results: BulkWorkerResult[], again = false): Promise<void> {
    const known = await this.known(tx, block);
    const absent = block.filter((row) => row.index && !known.has(row.key!)).map((row) => row.index!);
    const elsewhere = await KnownWorkerRows.knownAnywhere(tx, absent);
    // Asked again: somebody may have been registered here between the two reads.
    const since =
      elsewhere.size > 0
        ? await KnownWorkerRows.byCitizenIdIndex(
            tx,
            absent.filter((index) => elsewhere.has(index.toString('base64'))),
          )
        : [];
    for (const row of since) known.set(row.citizenIdIndex!.toString('base64'), row);
    const fresh: (NewWorkerRow & { at: number })[] = [];
    const madeByKey = new Map<string, string>();
    const changes: WorkerChange[] = [];
    const repeats: { at: number; key: string }[] = [];
    const sort = (row: Numbered): void => {
      const person = row.key === null ? undefined : known.get(row.key);
      if (person) this.fill(row, person, changes, results);
      else if (row.key && elsewhere.has(row.key)) results[row.at] = { outcome: 'foreign', changed: [], kept: [] };
      else if (row.key && madeByKey.has(row.key)) repeats.push({ at: row.at, key: row.key });
      else {
        const made = { ...this.sealed(row), at: row.at };
        if (row.key) madeByKey.set(row.key, made.id);
        fresh.push(made);
      }
    };
    await inSlices(eachStep(block, sort));
    const inserted = await BulkWorkerRows.insert(tx, fresh, tx.actor.organisationId);
    for (const { at, id } of fresh)
      if (inserted.has(id)) results[at] = { outcome: 'created', workerId: id, changed: [], kept: [], version: 1 };
    await WorkerChangeRows.apply(tx, changes);
    for (const { at, key } of repeats)
      results[at] = { outcome: 'unchanged', workerId: madeByKey.get(key), changed: [], kept: [], version: 1 };
    const lost = new Set(fresh.filter(({ id }) => !inserted.has(id)).map(({ at }) => at));
    if (lost.size > 0 && !again)
      await this.block(
        tx,
        block.filter(({ at }) => lost.has(at)),
        results,
        true,
      );
    else for (const at of lost) results[at] = { outcome: 'foreign', changed: [], kept: [] };
  }

  private async known(tx: Tx, block: readonly Numbered[]): Promise<Map<string, KnownRow>> {
    const numbered = await KnownWorkerRows.byCitizenIdIndex(
      tx,
      block.filter((row) => row.index).map((row) => row.index!),
    );
    const found = new Map(numbered.map((row) => [row.citizenIdIndex!.toString('base64'), row]));
    const people = block
      .filter(({ index, key }) => !index && key)
      .map(({ record }) => ({
        province: record.residence.provinceCode,
        commune: record.residence.communeCode,
        nameKey: nameKey(record.fullName),
        birthDate: record.birthDate!,
      }));
    for (const row of await KnownWorkerRows.withoutNumber(tx, people))
      found.set(`${row.provinceCode}|${row.communeCode ?? ''}|${row.nameKey}|${row.birthDate}`, row);
    return found;
  }

  private fill({ at, record, index }: Numbered, person: KnownRow, changes: WorkerChange[], results: BulkWorkerResult[]): void {
    const stored = { ...person, contactKeys: person.contactKeys.map(foldText) };
    const { set, before, kept } = fillWorker(stored, record, foldText);
    const changed = Object.keys(set) as FillableField[];
    if (changed.length === 0) {
      results[at] = { outcome: 'unchanged', workerId: person.id, changed, kept, version: person.version };
      return;
    }
    const contacts = (record.contacts ?? []).filter((contact) => !stored.contactKeys.includes(foldText(contact.fullName)));
    changes.push({
      id: person.id,
      set: { ...set, contacts: undefined },
      contacts: set.contacts ? contacts : [],
      ...(set.citizenId ? { citizenIdIndex: index, citizenIdCipher: this.seal.close(record.citizenId!, person.id) } : {}),
      ...(set.passport
        ? {
            passportIndex: this.seal.blindIndex('passport', record.passport!),
            passportCipher: this.seal.close(record.passport!, person.id),
          }
        : {}),
    });
    results[at] = { outcome: 'updated', workerId: person.id, changed, kept, before, version: person.version + 1 };
  }

  private sealed({ record, index }: Numbered): NewWorkerRow {
    const id = newId();
    return {
      id,
      record,
      citizenIdIndex: index,
      citizenIdCipher: record.citizenId ? this.seal.close(record.citizenId, id) : null,
      passportIndex: record.passport ? this.seal.blindIndex('passport', record.passport) : null,
      passportCipher: record.passport ? this.seal.close(record.passport, id) : null,
    };
  }
}

/** People without a number are the same only by name, full birth date and commune together. */
function withoutNumberKey({ fullName, birthDate, birthPrecision, residence }: WorkerRecord): string | null {
  if (!birthDate || (birthPrecision ?? 'YMD') !== 'YMD') return null;
  return `${residence.provinceCode}|${residence.communeCode ?? ''}|${nameKey(fullName)}|${birthDate}`;
}
