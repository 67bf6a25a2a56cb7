import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** A case as a report of its agency meets it. */
export interface KnownCaseLine {
  readonly caseId: string;
  readonly code: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly externalCodes: readonly string[];
  readonly stage: string;
  readonly market: string | null;
  readonly contractSigned: LocalDate | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly termMonths: number | null;
  readonly hasCertificate: boolean;
  readonly certificateOn: LocalDate | null;
  readonly hasContract: boolean;
}

const SELECT = `
  select c.id as "caseId", c.code, c.worker_id as "workerId", w.full_name as "fullName", c.stage, c.market,
         c.contract_signed_on as "contractSigned", c.departed_on as "departedOn", c.returned_on as "returnedOn", c.contract_end as "contractEnd",
         array(select x.code from case_external_code x where x.case_id = c.id) as "externalCodes",
         (select v.term_months from contract_version v where v.case_id = c.id and v.term_months is not null and v.voided_at is null order by v.recorded_at desc limit 1) as "termMonths",
         exists (select from case_event e where e.case_id = c.id and e.kind = 'CERTIFICATE_ISSUED') as "hasCertificate", c.facts #>> '{guards,ORIENTATION,on}' as "certificateOn",
         (c.contract_signed_on is not null or exists (select from contract_version v where v.case_id = c.id and v.kind = 'sending' and v.voided_at is null)) as "hasContract"
    from case_file c join worker w on w.id = c.worker_id`;

/** Somebody of an agency whom its own list does not name. */
export interface MissingLine {
  readonly caseId: string;
  readonly code: string;
  readonly fullName: string;
  readonly stage: string;
  readonly departedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
}

/** Cases the actor may see, by whatever a file calls them; what is out of scope is not there. */
export const CaseLookup = {
  async byCodes(tx: Tx, codes: readonly string[]): Promise<KnownCaseLine[]> {
    if (codes.length === 0) return [];
    return tx.query<KnownCaseLine & Record<string, unknown>>(
      `${SELECT} where c.id in (select case_id from case_external_code where code = any ($1::text[]) union select id from case_file where code = any ($1::text[]))`,
      [codes],
    );
  },

  async ofWorkers(tx: Tx, workerIds: readonly string[]): Promise<KnownCaseLine[]> {
    if (workerIds.length === 0) return [];
    return tx.query<KnownCaseLine & Record<string, unknown>>(`${SELECT} where c.worker_id = any ($1::uuid[])`, [workerIds]);
  },

  /** Running cases of an agency besides these, who left last first; `abroad`: only who left. `total` counts all of them. */
  async besides(
    tx: Tx,
    agencyId: string,
    { caseIds, abroad, over, limit }: { caseIds: readonly string[]; abroad: boolean; over: readonly string[]; limit: number },
  ): Promise<{ total: number; lines: MissingLine[] }> {
    const rows = await tx.query<MissingLine & { total: number } & Record<string, unknown>>(
      `select c.id as "caseId", c.code, w.full_name as "fullName", c.stage, c.departed_on as "departedOn", c.contract_end as "contractEnd", count(*) over ()::int as total
         from case_file c join worker w on w.id = c.worker_id
        where c.agency_id = $1 and c.returned_on is null and c.stage <> all ($2::text[]) and (not $3::boolean or c.departed_on is not null) and c.id <> all ($4::uuid[])
        order by c.departed_on desc nulls last, c.id limit $5`,
      [agencyId, over, abroad, caseIds, limit],
    );
    return {
      total: rows[0]?.total ?? 0,
      lines: rows.map(({ caseId, code, fullName, stage, departedOn, contractEnd }) => ({
        caseId,
        code,
        fullName,
        stage,
        departedOn,
        contractEnd,
      })),
    };
  },
};
