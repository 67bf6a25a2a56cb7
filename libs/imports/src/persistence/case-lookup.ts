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
};
