import { AgencyDirectory } from '@app/agencies';
import { type BulkCaseResult, OpenCasesInBulk } from '@app/casework';
import { DeskTasks } from '@app/identity';
import { type CitizenId, DomainError, eachStep, foldText, type Steps } from '@app/kernel';
import { inSlices, type Tx } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { type BulkWorkerResult, KnownPeople, RegisterWorkersInBulk } from '@app/workers';
import { Injectable } from '@nestjs/common';
import type { Workbook } from '../domain/cell';
import { describeSheets } from '../domain/describe-sheets';
import { deciding, issue, warning } from '../domain/issue';
import type { PlaceFinder } from '../domain/place';
import { mappingOf } from '../domain/plan-file';
import { isClear, type RegisterEntry, RegisterReading } from '../domain/read-register';
import type { ChangeRecord, ImportTarget, RowResult, TargetContext, TargetOutcome } from './import-target';
import { agencyForms, carriedOf, caseRecordOf, looseTerms, programmeIn, workerRecordOf } from './register-records';

/** Lines a round: large enough that a statement costs nothing, small enough that reading and writing overlap. */
const BLOCK = 5_000;

interface Work extends TargetContext {
  readonly province: string;
}

interface BlockWork extends Work {
  readonly agencyOf: (written: string | null) => string | null;
}

interface Applied {
  readonly worker: BulkWorkerResult;
  readonly opened?: BulkCaseResult;
}

/** Commune registers and lists of a centre or department: people and their cases at any stage. */
@Injectable()
export class RegisterTarget implements ImportTarget {
  readonly kind = 'register';

  constructor(
    private readonly people: KnownPeople,
    private readonly workers: RegisterWorkersInBulk,
    private readonly cases: OpenCasesInBulk,
  ) {}

  admit(tx: Tx): void {
    if (!['centre_staff', 'department_officer'].includes(tx.actor.role) || tx.actor.scope.kind !== 'province')
      throw new DomainError(
        'forbidden',
        'ROLE_NOT_ALLOWED',
        'Chỉ Trung tâm Dịch vụ việc làm và Sở Nội vụ được nhập sổ theo dõi. Hãy gửi tệp cho Trung tâm.',
      );
  }

  async run(tx: Tx, book: Workbook, context: TargetContext): Promise<TargetOutcome> {
    const province = tx.actor.scope.kind === 'province' ? tx.actor.scope.province : '';
    const find = placeFinder(await Gazetteer.load(tx), province);
    const reading = new RegisterReading(book, {
      answers: context.answers,
      today: context.today,
      find,
      isCommune: (written) => find(written, {}).kind !== 'unknown',
      remembered: context.remembered,
      wishes: context.wishes,
    });
    const { entries, applied } = await this.takeIn(tx, reading, { province, ...context });
    const { questions, notices, refusal } = reading;
    const sheets = describeSheets(book, this.kind, reading.plan);
    if (refusal) return { refusal, questions, notices, sheets, results: [], changes: [], mapping: {} };
    const changes = changesOf(applied.values());
    return {
      questions,
      notices,
      sheets,
      results: await inSlices(eachStep(entries, (entry) => resultOf(entry, applied.get(entry), changes))),
      changes: [...changes.values()].filter((change) => !isMade(change)),
      mapping: Object.fromEntries(reading.plan.sheets.map(({ header }) => [Object.keys(mappingOf(header)).join('|'), mappingOf(header)])),
    };
  }

  /** While the database writes one block of lines, the next is read. */
  private async takeIn(
    tx: Tx,
    reading: RegisterReading,
    work: Work,
  ): Promise<{ entries: RegisterEntry[]; applied: Map<RegisterEntry, Applied> }> {
    const entries: RegisterEntry[] = [];
    const applied = new Map<RegisterEntry, Applied>();
    const lines = reading.lines();
    const agencyOf = agencyFinder(await AgencyDirectory.names(tx));
    let writing: Promise<void> = Promise.resolve();
    work.watch.phase('writing', reading.size);
    try {
      for (;;) {
        const block = await inSlices(nextLines(lines));
        await writing;
        work.watch.step(entries.length);
        if (block.length === 0) return { entries, applied };
        entries.push(...block);
        writing = this.write(tx, block, { ...work, agencyOf }, applied);
        writing.catch(() => undefined);
      }
    } finally {
      // Nothing of this transaction may still run when it is rolled back.
      await writing.catch(() => undefined);
    }
  }

  private async write(tx: Tx, block: readonly RegisterEntry[], work: BlockWork, applied: Map<RegisterEntry, Applied>): Promise<void> {
    await this.judgeKnown(tx, block, work.province, work.batchId);
    for (const [entry, outcome] of await this.apply(tx, block.filter(isClear), work)) applied.set(entry, outcome);
  }

  /** A number that belongs to another name stops the row; one known elsewhere gets a neutral answer and a task for the centre. */
  private async judgeKnown(tx: Tx, entries: readonly RegisterEntry[], province: string, batchId: string): Promise<void> {
    const clear = entries.filter(isClear);
    const ids = clear.map(({ values }) => values.idNumber).filter((id): id is CitizenId => id !== null);
    if (ids.length === 0) return;
    const { known, foreign } = await this.people.sort(tx, ids);
    const tasks: Parameters<typeof DeskTasks.openMany>[1][number][] = [];
    for (const entry of clear) {
      const id = entry.values.idNumber!;
      const person = known.get(id);
      if (person && foldText(person.fullName).replaceAll(' ', '') !== foldText(entry.values.fullName!).replaceAll(' ', ''))
        entry.issues.push(
          issue(
            entry.row,
            'NAME_MISMATCH',
            'ask',
            entry.letter('fullName'),
            entry.values.fullName,
            'Số CCCD này đã thuộc về người khác tên.',
          ),
        );
      if (!foreign.has(id)) continue;
      entry.issues.push(issue(entry.row, 'SENT_TO_CENTRE', 'ask', entry.letter('idNumber')));
      tasks.push({
        desk: 'centre',
        province,
        kind: 'FOREIGN_DUPLICATE',
        dedupeKey: `foreign:${batchId}:${entry.sheet}:${entry.row}`,
        detail: { batch: batchId, sheet: entry.sheet, row: entry.row },
      });
    }
    await DeskTasks.openMany(tx, tasks);
  }

  private async apply(tx: Tx, entries: readonly RegisterEntry[], work: BlockWork): Promise<Map<RegisterEntry, Applied>> {
    const { province, agencyOf, batchId } = work;
    const people = await inSlices(eachStep(entries, (entry) => workerRecordOf(entry, province)));
    const workers = await this.workers.apply(tx, people);
    const withWorker = entries.map((entry, i) => ({ entry, worker: workers[i]! })).filter(({ worker }) => worker.workerId);
    const records = await inSlices(
      eachStep(withWorker, ({ entry, worker }) => {
        const written = entry.values.agencyWritten;
        const agencyId = agencyOf(written);
        const [loose] = Object.entries(looseTerms(entry.values));
        if (loose) entry.warnings.push(warning(entry.row, 'CONTRACT_LOOSE', entry.letter(loose[0]), loose[1]));
        if (written && !agencyId) entry.warnings.push(warning(entry.row, 'AGENCY_UNKNOWN', entry.letter('agency'), written));
        return caseRecordOf(entry, {
          workerId: worker.workerId!,
          provinceCode: province,
          agencyId,
          programme: written && /chương trình/i.test(entry.header('agency')) ? programmeIn(written) : null,
          batchId,
        });
      }),
    );
    const opened = await this.cases.apply(tx, records);
    const applied = new Map<RegisterEntry, Applied>(entries.map((entry, i) => [entry, { worker: workers[i]! }]));
    withWorker.forEach(({ entry, worker }, i) => applied.set(entry, { worker, opened: opened[i]! }));
    return applied;
  }
}

function* nextLines(lines: Iterator<RegisterEntry, void>): Steps<RegisterEntry[]> {
  const block: RegisterEntry[] = [];
  while (block.length < BLOCK) {
    const line = lines.next();
    if (line.done) break;
    block.push(line.value);
    yield;
  }
  return block;
}

/** Looks a written agency up once per wording. */
function agencyFinder(agencies: Awaited<ReturnType<typeof AgencyDirectory.names>>): (written: string | null) => string | null {
  const known = new Map<string, string | null>();
  return (written) => {
    if (!written) return null;
    let id = known.get(written);
    if (id === undefined) {
      id =
        agencyForms(written)
          .map((form) => agencies.match(form))
          .find(Boolean)?.id ?? null;
      known.set(written, id);
    }
    return id;
  };
}

/** Looks a written place up once per wording. */
function placeFinder(gazetteer: Gazetteer, province: string): PlaceFinder {
  const known = new Map<string, ReturnType<PlaceFinder>>();
  return (written, { district, oldOnly }) => {
    const key = `${written}\0${district ?? ''}\0${oldOnly ? 1 : 0}`;
    const before = known.get(key);
    if (before) return before;
    const answer = gazetteer.resolveWritten(written, {
      province,
      ...(district && { oldDistrict: district }),
      era: oldOnly ? 'old' : 'any',
    });
    const place: ReturnType<PlaceFinder> =
      answer.kind === 'found'
        ? {
            kind: 'found',
            code: answer.today.code,
            name: answer.today.name,
            unitId: (answer.old ?? answer.today).unitId,
            respelled:
              answer.respelled ||
              (answer.unmarked &&
                foldText(written) !==
                  written
                    .toLowerCase()
                    .replace(/[^\p{L}\p{N}]+/gu, ' ')
                    .trim()),
            names: [...(answer.old ? [answer.old.name] : []), answer.today.name],
          }
        : answer.kind === 'unknown'
          ? answer
          : { kind: answer.kind, candidates: answer.candidates.map(({ code, name }) => ({ code, name })) };
    const checked: ReturnType<PlaceFinder> =
      place.kind === 'found' && gazetteer.today(place.code)?.province !== province
        ? { kind: 'ambiguous', candidates: [{ code: place.code, name: place.name }] }
        : place;
    known.set(key, checked);
    return checked;
  };
}

function resultOf(entry: RegisterEntry, applied: Applied | undefined, changes: ReadonlyMap<string, ChangeRecord>): RowResult {
  const base = { sheet: entry.sheet, row: entry.row };
  const stop =
    applied?.worker.outcome === 'foreign' ? issue(entry.row, 'SENT_TO_CENTRE', 'ask', entry.letter('idNumber')) : deciding(entry.issues);
  if (stop || !applied)
    return {
      ...base,
      verdict: stop!.verdict,
      code: stop!.code,
      column: stop!.column,
      message: messageOf(entry, stop!),
      warnings: entry.warnings,
      ...(stop!.candidates && { candidates: stop!.candidates }),
    };
  const { worker, opened } = applied;
  const warnings = [...entry.warnings];
  if (worker.kept.includes('birthDate'))
    warnings.push(warning(entry.row, 'BIRTH_KEPT', entry.letter('birthDate') ?? entry.letter('birthDateM')));
  for (const { refusal } of opened?.differing ?? []) warnings.push(warning(entry.row, 'FACT_DIFFERS', null, null, refusal.message));
  if (opened?.refusal) warnings.push(warning(entry.row, 'FACT_DIFFERS', null, null, opened.refusal.message));
  const verdict =
    worker.outcome === 'created' || opened?.outcome === 'created'
      ? 'create'
      : worker.outcome === 'updated' || opened?.outcome === 'updated'
        ? 'update'
        : 'unchanged';
  return {
    ...base,
    verdict,
    code: null,
    column: null,
    message: warnings[0]?.message ?? null,
    warnings,
    caseId: opened?.caseId ?? null,
    caseCode: opened?.caseCode ?? null,
    workerId: worker.workerId ?? null,
    carried: carriedOf(entry.values),
    ...madeBy(applied, changes),
  };
}

/** A change that its row tells by itself: created, and nothing changed it since. */
function isMade({ before, version }: ChangeRecord): boolean {
  return before === null && version === 1;
}

function madeBy({ worker, opened }: Applied, changes: ReadonlyMap<string, ChangeRecord>): Pick<RowResult, 'made'> {
  const made = (['worker', 'case'] as const).filter((subject) => {
    const outcome = subject === 'worker' ? worker.outcome : opened?.outcome;
    const change = changes.get((subject === 'worker' ? worker.workerId : opened?.caseId) ?? '');
    return outcome === 'created' && change !== undefined && isMade(change);
  });
  return made.length > 0 ? { made } : {};
}

function messageOf(entry: RegisterEntry, first: { message: string }): string {
  return [first.message, ...entry.issues.map(({ message }) => message).filter((message) => message !== first.message)].join(' ');
}

function changesOf(applied: Iterable<Applied>): Map<string, ChangeRecord> {
  const changes = new Map<string, ChangeRecord>();
  const note = (change: ChangeRecord) => {
    const known = changes.get(change.id);
    changes.set(change.id, known ? { ...known, version: change.version } : change);
  };
  for (const { worker, opened } of applied) {
    if (worker.workerId && (worker.outcome === 'created' || worker.outcome === 'updated'))
      note({ subject: 'worker', id: worker.workerId, before: worker.before ?? null, version: worker.version ?? 1 });
    if (opened?.caseId && (opened.outcome === 'created' || opened.outcome === 'updated'))
      note({ subject: 'case', id: opened.caseId, before: opened.before ?? null, version: opened.version ?? 1 });
  }
  return changes;
}
