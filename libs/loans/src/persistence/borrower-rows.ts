import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PROVEN_GROUPS_SQL, UNPROVEN_HOUSEHOLD_SQL } from '@app/workers';
import type { BorrowerFacts } from '../domain/eligibility';

export interface BorrowerRow extends BorrowerFacts {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  /** Where the person lives, whatever commune the case was opened in: its list is the one that proves a household. */
  readonly communeName: string | null;
  readonly provinceCode: string;
  readonly agencyName: string | null;
}

/** People before they borrow, and the office that lends to their province. */
export const BorrowerRows = {
  async facts(tx: Tx, caseIds: readonly string[]): Promise<BorrowerRow[]> {
    return tx.query<BorrowerRow & Record<string, unknown>>(
      `select c.id as "caseId", c.code as "caseCode", c.worker_id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", c.province_code as "provinceCode",
          c.stage, c.legal_form as "legalForm", c.market, c.contract_signed_on as "contractSignedOn", c.contract_end as "contractEnd",
          (select v.term_months from contract_version v where v.case_id = c.id and v.voided_at is null and v.term_months is not null order by v.recorded_at desc limit 1) as "contractMonths",
          w.passport_index is not null or c.facts->'guards' ? 'PASSPORT' as "hasPassport",
          ${PROVEN_GROUPS_SQL} as groups, ${UNPROVEN_HOUSEHOLD_SQL} as unproven,
          (select l.state from loan l where l.case_id = c.id and l.state not in ('PAID', 'WRITTEN_OFF', 'REFUSED', 'CANCELLED') limit 1) as "runningLoan",
          (select u.name from admin_unit u where u.level = 'commune' and u.code = w.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName",
          (select o.name from organisation o where o.id = c.agency_id) as "agencyName"
         from case_file c join worker w on w.id = c.worker_id where c.id = any ($1::uuid[])`,
      [caseIds],
    );
  },

  /** The bank offices of a province, the one with the most loans first. */
  async banksOf(tx: Tx, province: string): Promise<{ id: string; name: string }[]> {
    return tx.query<{ id: string; name: string }>(
      `select o.id, o.name from organisation o where o.kind = 'bank_office' and o.active and o.province_code = $1 order by o.name_key, o.id`,
      [province],
    );
  },
};
