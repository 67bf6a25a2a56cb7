import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** A source of support, đồng. `allotted` = free + committed + paid. */
export interface FundLine {
  readonly id: string;
  readonly programme: string;
  readonly year: number;
  readonly budgetLine: string;
  readonly title: string;
  readonly allotted: number;
  readonly free: number;
  readonly committed: number;
  readonly paid: number;
}

export interface NewFund {
  readonly id: string;
  readonly provinceCode: string;
  readonly programme: string;
  readonly year: number;
  readonly budgetLine: string;
  readonly title: string;
}

/** A line of the ledger about a source alone or about a claim; amounts debit +, credit -, sum zero. */
export interface NewEntry {
  readonly fundId: string | null;
  readonly claimId: string | null;
  readonly deed: string;
  readonly on: LocalDate;
  readonly free: bigint;
  readonly committed: bigint;
  readonly paid: bigint;
  readonly note: string | null;
  readonly reversesId: number | null;
  readonly requestId: string;
}

const LINE = `f.id, f.programme, f.year, f.budget_line as "budgetLine", f.title, f.free + f.committed + f.paid as allotted, f.free, f.committed, f.paid`;

export const FundRows = {
  async ofYear(tx: Tx, year: number): Promise<FundLine[]> {
    return tx.query<FundLine & Record<string, unknown>>(
      `select ${LINE} from support_fund f where f.year = $1 order by f.programme, f.budget_line limit 200`,
      [year],
    );
  },

  /** Opens the source where there is none and locks it. */
  async open(tx: Tx, fund: NewFund): Promise<FundLine> {
    await tx.execute(
      `insert into support_fund (id, province_code, programme, year, budget_line, title) values ($1, $2, $3, $4, $5, $6) on conflict on constraint support_fund_once_unique do nothing`,
      [fund.id, fund.provinceCode, fund.programme, fund.year, fund.budgetLine, fund.title],
    );
    const rows = await tx.query<FundLine & Record<string, unknown>>(
      `select ${LINE} from support_fund f where f.province_code = $1 and f.programme = $2 and f.year = $3 and f.budget_line = $4 for update`,
      [fund.provinceCode, fund.programme, fund.year, fund.budgetLine],
    );
    return rows[0]!;
  },

  /** Locks sources in the order of their ids: whoever spends from one waits here. */
  async lock(tx: Tx, ids: readonly string[]): Promise<FundLine[]> {
    return tx.query<FundLine & Record<string, unknown>>(
      `select ${LINE} from support_fund f where f.id = any ($1::uuid[]) order by f.id for update`,
      [ids],
    );
  },

  async recorded(tx: Tx, fundId: string, requestId: string): Promise<boolean> {
    return (
      (await tx.query(`select 1 from support_entry where fund_id = $1 and claim_id is null and request_id = $2`, [fundId, requestId]))
        .length > 0
    );
  },

  /** Adds to the ledger and to what it projects onto, in one statement; the database refuses a source that would be overdrawn. */
  async post(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    await tx.query(
      `with given as (select * from jsonb_to_recordset($1::jsonb) as e("fundId" uuid, "claimId" uuid, deed text, "on" date, free bigint, committed bigint, paid bigint, note text, "reversesId" bigint, "requestId" text)),
       added as (
         insert into support_entry (fund_id, claim_id, deed, effective_on, budget, free, committed, paid, note, reverses_id, request_id, account_id, organisation_id)
         select "fundId", "claimId", deed, "on", -(free + committed + paid), free, committed, paid, note, "reversesId", "requestId", $2, $3 from given
         returning fund_id, free, committed, paid)
       update support_fund f set free = f.free + a.free, committed = f.committed + a.committed, paid = f.paid + a.paid
         from (select fund_id, sum(free)::bigint as free, sum(committed)::bigint as committed, sum(paid)::bigint as paid from added where fund_id is not null group by fund_id) a
        where f.id = a.fund_id`,
      [
        JSON.stringify(entries, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
        tx.actor.accountId,
        tx.actor.organisationId,
      ],
    );
  },
};
