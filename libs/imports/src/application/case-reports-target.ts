import { type BulkMilestoneResult, type RecordCommand, RecordExitsInBulk } from '@app/casework';
import { DomainError } from '@app/kernel';
import { OVERSTAY_SWEEP, SWEEP_WANTED_TOPIC } from '@app/overstay';
import { inSlices, Outbox, type Tx } from '@app/platform';
import { KnownPeople } from '@app/workers';
import type { Workbook } from '../domain/cell';
import { deciding, type Issue, issue, type Warning, warning } from '../domain/issue';
import { judgeCaseReport, type ReportedFact, type ReportJudgement } from '../domain/judge-case-report';
import { mappingOf } from '../domain/plan-file';
import { readCaseReports, type ReportEntry, type ReportValues } from '../domain/read-case-reports';
import type { KnownCaseLine } from '../persistence/case-lookup';
import { CaseFinder } from './case-finder';
import { describeSheets } from '../domain/describe-sheets';
import type { ReportKind } from '../domain/match-columns';
import { watched } from './import-watch';
import type { ChangeRecord, ImportTarget, RowResult, TargetContext, TargetOutcome } from './import-target';

interface Judged {
  readonly entry: ReportEntry;
  readonly known?: KnownCaseLine;
  readonly judgement?: ReportJudgement;
  readonly stop?: Issue;
  results: BulkMilestoneResult[];
}

const SENDERS: Readonly<Record<ReportKind, readonly string[]>> = {
  departures: ['agency_clerk', 'centre_staff', 'department_officer'],
  returns: ['agency_clerk', 'centre_staff', 'department_officer'],
  extensions: ['agency_clerk', 'centre_staff'],
  absences: ['agency_clerk'],
  certificates: ['agency_clerk', 'centre_staff'],
};

/** What an agency reports of its people in one list (Law 69/2020/QH14, Art. 26). Cases of other agencies are as unknown as those that do not exist. */
export class CaseReportsTarget implements ImportTarget {
  constructor(
    private readonly people: KnownPeople,
    private readonly exits: RecordExitsInBulk,
    readonly kind: ReportKind = 'departures',
  ) {}

  admit(tx: Tx): void {
    if (!SENDERS[this.kind].includes(tx.actor.role))
      throw new DomainError(
        'forbidden',
        'ROLE_NOT_ALLOWED',
        'Tài khoản này không được gửi báo cáo loại này. Hãy chuyển tệp cho doanh nghiệp phụ trách.',
      );
  }

  async run(tx: Tx, book: Workbook, context: TargetContext): Promise<TargetOutcome> {
    const { answers, today, remembered, wishes, watch } = context;
    const reading = await inSlices(watched(readCaseReports(book, this.kind, { answers, today, remembered, wishes }), watch));
    const { questions, notices } = reading;
    const sheets = describeSheets(book, this.kind, reading.plan);
    if (reading.refusal) return { refusal: reading.refusal, questions, notices, sheets, results: [], changes: [], mapping: {} };
    const judged = await this.judge(tx, reading.entries);
    const commands: RecordCommand[] = [];
    const owners: Judged[] = [];
    for (const one of judged)
      for (const command of commandsOf(one, context.batchId)) {
        commands.push(command);
        owners.push(one);
      }
    watch.phase('writing', judged.length);
    (await this.exits.record(tx, commands)).forEach((result, i) => owners[i]!.results.push(result));
    if (this.kind === 'absences' && owners.some(({ results }) => results.some(({ outcome }) => outcome === 'recorded')))
      await Outbox.enqueue(tx, SWEEP_WANTED_TOPIC, { sweep: OVERSTAY_SWEEP });
    return {
      questions,
      notices,
      sheets,
      results: judged.map(resultOf),
      changes: changesOf(judged),
      mapping: Object.fromEntries(reading.plan.sheets.map(({ header }) => [Object.keys(mappingOf(header)).join('|'), mappingOf(header)])),
    };
  }

  private async judge(tx: Tx, entries: readonly ReportEntry[]): Promise<Judged[]> {
    const finder = await CaseFinder.load(
      tx,
      this.people,
      entries.map(({ values }) => values),
    );
    return entries.map((entry) => {
      const stop = deciding(entry.issues);
      if (stop) return { entry, stop, results: [] };
      const known = finder.find(entry.values);
      if (!known)
        return {
          entry,
          results: [],
          stop: issue(
            entry.row,
            'CASE_NOT_FOUND',
            'refuse',
            entry.letter('key') ?? entry.letter('idNumber') ?? entry.letter('caseCode'),
            entry.values.idNumber ?? entry.values.caseCode,
          ),
        };
      const judgement = judgeCaseReport(this.kind, entry, known);
      return { entry, known, judgement, results: [], ...(judgement.issue && { stop: judgement.issue }) };
    });
  }
}

function commandsOf({ entry: { sheet, row, values: v }, known, judgement, stop }: Judged, batchId: string): RecordCommand[] {
  if (!known || !judgement || stop) return [];
  const sourceRef = `${sheet}!${row}`;
  const base = { caseId: known.caseId, batchId, sourceRef, proof: 'reported' as const };
  const contract =
    v.contractStart || v.contractEnd || v.employer
      ? {
          contract: {
            kind: 'employment' as const,
            startsOn: v.contractStart,
            endsOn: v.contractEnd,
            employer: v.employer,
            workplace: v.workplace,
          },
        }
      : {};
  const words = {
    ...(v.market && { market: v.market }),
    ...(v.employer && { employer: v.employer }),
    ...(v.workplace && { workplace: v.workplace }),
    ...(v.gate && { gate: v.gate }),
    ...(v.notes && { note: v.notes }),
  };
  const { news } = judgement;
  const exit: RecordCommand[] = !news.includes('exit')
    ? []
    : known.departedOn
      ? [
          {
            ...base,
            requestId: `import:${batchId}:${sourceRef}:contract`,
            kind: 'EMPLOYMENT_CONTRACT_SIGNED',
            effectiveOn: v.contractStart ?? v.exitDate,
            ...contract,
          },
        ]
      : [
          {
            ...base,
            requestId: `import:${batchId}:${sourceRef}:exit`,
            kind: 'DEPARTED',
            effectiveOn: v.exitDate,
            detail: words,
            ...contract,
          },
        ];
  const early = v.returnDate && (v.contractEnd ?? known.contractEnd) && v.returnDate < (v.contractEnd ?? known.contractEnd)!;
  const returnType = v.returnType ?? (early ? 'EARLY' : 'COMPLETED');
  const back: RecordCommand[] = news.includes('return')
    ? [
        {
          ...base,
          requestId: `import:${batchId}:${sourceRef}:return`,
          kind: 'RETURNED',
          effectiveOn: v.returnDate,
          detail: {
            returnType: returnType as never,
            ...(returnType === 'EARLY' && { reason: 'OTHER' }),
            ...(v.notes && { note: v.notes }),
          },
        },
      ]
    : [];
  return [...exit, ...back, ...laterFacts(v, news, base, `import:${batchId}:${sourceRef}`)];
}

/** What happens besides an exit and a return: a longer contract, an empty workplace, a certificate before it all. */
function laterFacts(
  v: ReportValues,
  news: readonly ReportedFact[],
  base: Omit<RecordCommand, 'requestId' | 'kind'>,
  request: string,
): RecordCommand[] {
  const note = v.notes ? { note: v.notes } : {};
  if (news.includes('extension'))
    return [
      {
        ...base,
        requestId: `${request}:extension`,
        kind: 'EXTENDED',
        effectiveOn: v.signedOn,
        detail: note,
        contract: { kind: 'extension', startsOn: v.contractStart, signedOn: v.signedOn, endsOn: v.newEnd },
      },
    ];
  if (news.includes('certificate'))
    return [
      {
        ...base,
        requestId: `${request}:certificate`,
        kind: 'CERTIFICATE_ISSUED',
        effectiveOn: v.certificateDate,
        detail: { ...(v.certificateNo && { reference: v.certificateNo }), ...note },
      },
    ];
  if (news.includes('absence'))
    return [
      {
        ...base,
        requestId: `${request}:absence`,
        kind: 'ABSCONDED',
        effectiveOn: v.noticedOn,
        detail: { ...(v.lastSeenOn && { lastSeenOn: v.lastSeenOn }), ...note },
      },
    ];
  return [];
}

function resultOf({ entry, known, judgement, stop, results }: Judged): RowResult {
  const base = { sheet: entry.sheet, row: entry.row, caseId: known?.caseId ?? null, workerId: known?.workerId ?? null };
  const refused = results.find((result) => result.outcome === 'refused');
  if (!stop && refused && refused.outcome === 'refused') {
    const code = refused.refusal.code;
    const late: Warning = warning(entry.row, 'FACT_DIFFERS', null, null, refused.refusal.message);
    return {
      ...base,
      verdict: results.length > 1 && results[0]!.outcome !== 'refused' ? 'update' : 'refuse',
      code,
      column: null,
      message: `Dòng ${entry.row}: ${refused.refusal.message}`,
      warnings: [...entry.warnings, late],
    };
  }
  if (stop) {
    const hidden = stop.code === 'NAME_MISMATCH' || stop.code === 'CASE_NOT_FOUND';
    return {
      ...base,
      ...(hidden && { caseId: null, workerId: null }),
      verdict: stop.verdict,
      code: stop.code,
      column: stop.column,
      message: stop.message,
      warnings: entry.warnings,
      ...(stop.candidates && { candidates: stop.candidates }),
    };
  }
  const warnings = [...entry.warnings, ...(judgement?.warnings ?? [])];
  const shown = warnings.find(({ code }) => code === 'CERTIFICATE_MISSING' || code === 'CONTRACT_MISSING');
  return {
    ...base,
    verdict: 'update',
    code: shown?.code ?? null,
    column: shown?.column ?? null,
    message: warnings.map(({ message }) => message).join(' ') || null,
    warnings,
    caseCode: known?.code ?? null,
  };
}

function changesOf(judged: readonly Judged[]): ChangeRecord[] {
  const changes = new Map<string, ChangeRecord>();
  for (const { results } of judged)
    for (const result of results) {
      if (result.outcome !== 'recorded') continue;
      const known = changes.get(result.caseId);
      changes.set(result.caseId, {
        subject: 'case',
        id: result.caseId,
        before: known?.before ?? result.before ?? {},
        version: result.version,
      });
    }
  return [...changes.values()];
}
