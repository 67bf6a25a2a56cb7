import { type Actor, DomainError, type LocalDate } from '@app/kernel';
import { inSlices, TransactionRunner, type Tx } from '@app/platform';
import { KnownPeople } from '@app/workers';
import { Injectable } from '@nestjs/common';
import { compareHolding, type Difference } from '../domain/compare-holdings';
import { describeSheets, type SheetReport } from '../domain/describe-sheets';
import type { Question } from '../domain/issue';
import { OVER } from '../domain/judge-case-report';
import { type Holding, readHoldings } from '../domain/read-holdings';
import { unknownFields, withTypedCells } from '../domain/reading-wishes';
import { BatchRows } from '../persistence/batch-rows';
import { CaseLookup, type KnownCaseLine, type MissingLine } from '../persistence/case-lookup';
import { FileRefused } from '../reading/reading-limits';
import { WorkbookReader } from '../reading/workbook-reader';
import { CaseFinder } from './case-finder';
import type { SentFile } from './import-file';

/** Longer lists are compared in parts: nobody looks further through differences. */
const MOST_LINES = 2_000;
const MOST_MISSING = 200;

export interface ComparedPerson {
  readonly sheet: string;
  readonly row: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly stage: string;
  readonly departedOn: LocalDate | null;
  readonly differences: readonly Difference[];
}

/** An agency's own list beside its cases. */
export interface ListComparison {
  /** Why the list cannot be read at all. */
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly questions: readonly Question[];
  readonly sheets: readonly SheetReport[];
  readonly lines: number;
  /** Lines that agree in every cell. */
  readonly same: number;
  /** Only who differs, and only the cells that do. */
  readonly people: readonly ComparedPerson[];
  /** Lines of nobody among the cases of this agency: not registered yet, or somebody else's. */
  readonly unknown: readonly { readonly sheet: string; readonly row: number; readonly key: string; readonly fullName: string }[];
  /** Lines of which nobody can say whom they mean. */
  readonly unread: readonly { readonly sheet: string; readonly row: number; readonly code: string; readonly message: string }[];
  readonly missing: readonly MissingLine[];
  readonly missingTotal: number;
}

/** Holds an agency's own list against its cases. Nothing is kept: what is to change is reported by the forms that are there for it. */
@Injectable()
export class CompareList {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly reader: WorkbookReader,
    private readonly people: KnownPeople,
  ) {}

  /** `abroad`: the list is meant to hold those who left and are not back; else everybody whose case runs. Refuses with AGENCY_NEEDED, MAPPING_WRONG, LIST_TOO_LONG; a list that cannot be read says so in `reasons`. */
  async run(actor: Actor, file: Omit<SentFile, 'dryRun' | 'kind'>, abroad: boolean): Promise<ListComparison> {
    const unknown = unknownFields('holdings', file.wishes ?? {});
    if (unknown.length > 0)
      throw new DomainError('malformed', 'MAPPING_WRONG', `Danh sách không có mục: ${unknown.join(', ')}. Hãy chọn mục trong danh sách.`);
    const read = await this.reader.read(file.bytes).catch((error: unknown) => {
      if (error instanceof FileRefused) return error;
      throw error;
    });
    if (read instanceof FileRefused) return refused(read);
    return this.runner.run(actor, async (tx) => {
      const book = withTypedCells(read, file.wishes?.cells);
      const { plan, questions, holdings, refusal } = await inSlices(
        readHoldings(book, {
          answers: file.answers ?? {},
          today: (await BatchRows.today(tx)) as LocalDate,
          remembered: await BatchRows.mappings(tx, 'departures'),
          ...(file.wishes && { wishes: file.wishes }),
        }),
      );
      const sheets = describeSheets(book, 'holdings', plan);
      if (refusal) return refused(refusal, questions, sheets);
      if (holdings.length > MOST_LINES)
        throw new DomainError('invalid', 'LIST_TOO_LONG', `Danh sách có hơn ${MOST_LINES} dòng. Hãy chia nhỏ rồi đối chiếu từng phần.`);
      return { reasons: [], questions, sheets, ...(await this.compare(tx, holdings, abroad)) };
    });
  }

  private async compare(
    tx: Tx,
    holdings: readonly Holding[],
    abroad: boolean,
  ): Promise<Omit<ListComparison, 'reasons' | 'questions' | 'sheets'>> {
    const { scope } = tx.actor;
    if (scope.kind !== 'agency') throw new DomainError('forbidden', 'AGENCY_NEEDED', 'Chỉ doanh nghiệp đối chiếu danh sách của mình.');
    const today = (await BatchRows.today(tx)) as LocalDate;
    const readable = holdings.filter(({ issue }) => !issue);
    const finder = await CaseFinder.load(tx, this.people, readable);
    const found = readable.map((holding) => ({ holding, known: finder.find(holding) }));
    const known = found.filter((one): one is { holding: Holding; known: KnownCaseLine } => one.known !== undefined);
    const people = known.map((one) => personOf(one.holding, one.known, today));
    const { total, lines } = await CaseLookup.besides(tx, scope.agencyId, {
      caseIds: known.map((one) => one.known.caseId),
      abroad,
      over: OVER,
      limit: MOST_MISSING,
    });
    const differing = people.filter(({ differences }) => differences.length > 0);
    return {
      lines: holdings.length,
      same: people.length - differing.length,
      people: differing,
      unknown: found.flatMap(({ holding: { sheet, row, caseCode, idNumber, cells }, known: one }) =>
        one ? [] : [{ sheet, row, key: caseCode ?? idNumber ?? '', fullName: cells.get('fullName')?.written ?? '' }],
      ),
      unread: holdings.flatMap(({ sheet, row, issue }) => (issue ? [{ sheet, row, code: issue.code, message: issue.message }] : [])),
      missing: lines,
      missingTotal: total,
    };
  }
}

function personOf({ sheet, row, cells }: Holding, known: KnownCaseLine, today: LocalDate): ComparedPerson {
  const { caseId, code, fullName, stage, departedOn } = known;
  return { sheet, row, caseId, caseCode: code, fullName, stage, departedOn, differences: compareHolding(cells, known, today) };
}

const refused = (
  { code, message }: { code: string; message: string },
  questions: readonly Question[] = [],
  sheets: readonly SheetReport[] = [],
): ListComparison => ({
  reasons: [{ code, message }],
  questions,
  sheets,
  lines: 0,
  same: 0,
  people: [],
  unknown: [],
  unread: [],
  missing: [],
  missingTotal: 0,
});
