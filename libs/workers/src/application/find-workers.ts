import { parseCitizenId } from '@app/kernel';
import { Seal, type Tx } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';
import { type FindQuestion, type Reading, readingsOf, readQuestion } from '../domain/find-question';
import { normalisePassport, normalisePhone } from '../domain/phone';
import { rankName } from '../domain/rank-name';
import { FindRows, type FoundRow, type Wanted } from '../persistence/find-rows';
import { placeOf, WorkerSearchRows } from '../persistence/worker-search-rows';

/** A person found, best first. `declaredName`: the old commune they came with, where it is not today's. */
export interface FoundWorker extends Omit<FoundRow, 'sortKey' | 'declaredUnitId'> {
  readonly communeName: string | null;
  readonly declaredName: string | null;
}

/** A whole number of four digits may be a year or the end of a telephone number: both are looked for. */
const MOST_READINGS = 6;

/**
 * One box for everything a caller says: words of a name in any order, with or without marks, a birth year, an old or new commune, the last
 * digits of a telephone number, or a whole number.
 */
@Injectable()
export class FindWorkers {
  constructor(private readonly seal: Seal) {}

  /** Best first, at most `limit`. */
  async apply(tx: Tx, text: string, limit: number): Promise<FoundWorker[]> {
    const gazetteer = await Gazetteer.load(tx);
    const rows = (await this.exact(tx, text)) ?? (await this.ranked(tx, readQuestion(text), gazetteer));
    return rows.slice(0, limit).map((row) => lineOf(row, gazetteer));
  }

  /** One person already known by id. */
  async byId(tx: Tx, id: string): Promise<FoundWorker[]> {
    const gazetteer = await Gazetteer.load(tx);
    return (await FindRows.some(tx, [id])).map((row) => lineOf(row, gazetteer));
  }

  /** A whole identity number, passport or telephone number; undefined: the text is none. */
  private async exact(tx: Tx, text: string): Promise<FoundRow[] | undefined> {
    const plain = text.trim();
    const citizenId = parseCitizenId(plain.replace(/[\s.]/g, ''));
    if (citizenId) return byIds(tx, await WorkerSearchRows.exact(tx, 'citizen_id_index', this.seal.blindIndex('citizen-id', citizenId)));
    if (/^[A-Za-z]\d{7,8}$/.test(plain))
      return byIds(tx, await WorkerSearchRows.exact(tx, 'passport_index', this.seal.blindIndex('passport', normalisePassport(plain))));
    const phone = normalisePhone(plain);
    return phone ? byIds(tx, await WorkerSearchRows.byPhone(tx, phone)) : undefined;
  }

  private async ranked(tx: Tx, question: FindQuestion, gazetteer: Gazetteer): Promise<FoundRow[]> {
    const provinces = provincesOf(tx, gazetteer);
    const named = (place: string) => provinces.map((province) => gazetteer.communesNamed(place, province));
    const readings = readingsOf(question, (place) => named(place).some(({ unitIds }) => unitIds.length > 0)).slice(0, MOST_READINGS);
    const best = new Map<string, { row: FoundRow; score: number }>();
    for (const reading of readings)
      for (const wanted of await wantedOf(tx, question, reading, named))
        for (const row of await FindRows.find(tx, wanted)) {
          const score = scoreOf(row, question, reading, wanted);
          if (score > (best.get(row.id)?.score ?? -Infinity)) best.set(row.id, { row, score });
        }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.row.sortKey < b.row.sortKey ? -1 : 1)).map(({ row }) => row);
  }
}

function provincesOf(tx: Tx, gazetteer: Gazetteer): string[] {
  const { scope } = tx.actor;
  return scope.kind === 'province' || scope.kind === 'commune' ? [scope.province] : gazetteer.provincesToday().map(({ code }) => code);
}

/** The searches one reading asks for: with the year, and where four digits may be both, with the end of a number. */
async function wantedOf(
  tx: Tx,
  { words, year, tail }: FindQuestion,
  reading: Reading,
  named: (place: string) => { unitIds: number[]; codes: string[] }[],
): Promise<Wanted[]> {
  const own = reading.name.map((i) => words[i]!);
  const places = reading.place === undefined ? undefined : named(reading.place);
  const place = places && { unitIds: places.flatMap(({ unitIds }) => unitIds), codes: places.flatMap(({ codes }) => codes) };
  const { province } = placeOf(tx.actor.scope);
  const pivot = province && own.length > 0 && !place ? await WorkerSearchRows.rarest(tx, province, [...new Set(own)]) : undefined;
  const about = { words: own, ...(place && { place }) };
  const byName: Wanted[] =
    own.length > 0 && (year !== undefined || !tail) ? [{ ...about, ...(pivot && { pivot }), ...(year !== undefined && { year }) }] : [];
  const byTail: Wanted[] = tail ? [{ ...about, tail, ...(year !== undefined && year < 100 && { year }) }] : [];
  return [...byName, ...byTail];
}

/** A word that names the place counts as much as one of the name; the commune itself more than one that took it over. */
function scoreOf(row: FoundRow, { written }: FindQuestion, { name, place }: Reading, wanted: Wanted): number {
  const ofName = rankName(
    row.fullName,
    name.map((i) => written[i]!),
  );
  if (place === undefined || !wanted.place) return ofName;
  const declared = row.declaredUnitId !== null && wanted.place.unitIds.includes(row.declaredUnitId);
  return ofName + 2 * place.split(' ').length + (declared ? 2 : 1);
}

async function byIds(tx: Tx, found: readonly { id: string }[]): Promise<FoundRow[]> {
  return found.length
    ? FindRows.some(
        tx,
        found.map(({ id }) => id),
      )
    : [];
}

function lineOf(row: FoundRow, gazetteer: Gazetteer): FoundWorker {
  const { id, fullName, birthDate, birthPrecision, sex, communeCode, declaredUnitId } = row;
  const communeName = (communeCode && gazetteer.today(communeCode)?.name) ?? null;
  const declared = declaredUnitId === null ? null : gazetteer.nameOf(declaredUnitId);
  const declaredName = declared === communeName ? null : declared;
  return { id, fullName, birthDate, birthPrecision, sex, communeCode, communeName, declaredName };
}
