import { DomainError, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Extension } from '../domain/fee-terms';

export interface SettledCase {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly provinceCode: string;
  readonly agencyId: string | null;
  /** The bank office that follows the case. */
  readonly bankId: string | null;
  readonly legalForm: string | null;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly stage: string;
  /** The stage, or of a closed case the stage it was closed from. */
  readonly endedAs: string;
  readonly returnType: string | null;
  readonly contractSignedOn: LocalDate | null;
  readonly contractStart: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly terminatedOn: LocalDate | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  /** When it ended in another way: a death, a withdrawal. */
  readonly endedOn: LocalDate | null;
  readonly visaOn: LocalDate | null;
  readonly today: LocalDate;
}

/** What an escrow asks of a case; all that a bank gets of one it does not follow. */
export type EscrowCase = Pick<
  SettledCase,
  'caseId' | 'provinceCode' | 'bankId' | 'legalForm' | 'market' | 'stage' | 'returnType' | 'contractSignedOn' | 'today'
>;

/** Throws DATE_IN_FUTURE: what is recorded has happened. */
export function refuseFuture(on: LocalDate, { today }: Pick<SettledCase, 'today'>): void {
  if (on > today) throw new DomainError('refused', 'DATE_IN_FUTURE', 'Ngày ghi nằm sau hôm nay. Hãy kiểm tra lại ngày.');
}

/** What is known of the terms a fee was paid for. */
export interface ContractTermsRow {
  readonly endsOn: LocalDate | null;
  readonly extensions: readonly Extension[];
}

/** SQL: how a case `c` stands, of a closed one how it stood before. */
export const STOOD_AS = `coalesce(case when c.stage = 'CLOSED' then c.facts->>'closedFrom' end, c.stage)`;

/** The case as money asks about it. */
export const SettledCaseRows = {
  async find(tx: Tx, caseId: string): Promise<SettledCase | undefined> {
    const rows = await tx.query<SettledCase & Record<string, unknown>>(
      `select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", c.province_code as "provinceCode", c.agency_id as "agencyId", c.bank_id as "bankId", c.legal_form as "legalForm", c.market, c.stage, ${STOOD_AS} as "endedAs",
          (select v.occupation from contract_version v where v.case_id = c.id and v.voided_at is null and v.occupation is not null order by v.recorded_at desc limit 1) as occupation,
          c.return_type as "returnType", c.contract_signed_on as "contractSignedOn", c.contract_start as "contractStart",
          coalesce((select max(v.ends_on) from contract_version v where v.case_id = c.id and v.voided_at is null), c.contract_end) as "contractEnd",
          c.contract_terminated_on as "terminatedOn", c.departed_on as "departedOn", c.returned_on as "returnedOn", (c.facts->>'endedOn')::date as "endedOn", (c.facts->'guards'->'VISA'->>'on')::date as "visaOn", business_day() as today
         from case_file c join worker w on w.id = c.worker_id where c.id = $1`,
      [caseId],
    );
    return rows[0];
  },

  /** The case of an escrow: one the actor may see, or one whose escrow the actor's bank office holds. */
  async ofEscrow(tx: Tx, caseId: string): Promise<EscrowCase | SettledCase | undefined> {
    const seen = await SettledCaseRows.find(tx, caseId);
    if (seen || tx.actor.scope.kind !== 'bank') return seen;
    const rows = await tx.query<EscrowCase & Record<string, unknown>>(
      `select case_id as "caseId", province_code as "provinceCode", bank_id as "bankId", legal_form as "legalForm", market, stage, return_type as "returnType",
          contract_signed_on as "contractSignedOn", business_day() as today from bank_held_cases() where case_id = $1`,
      [caseId],
    );
    return rows[0];
  },

  /** The own end of the contract as it was signed, and its extensions in their order, each with the day it was agreed. */
  async contractTerms(tx: Tx, caseId: string): Promise<ContractTermsRow> {
    const rows = await tx.query<ContractTermsRow & Record<string, unknown>>(
      `select max(v.ends_on) filter (where v.kind in ('sending', 'employment')) as "endsOn",
          coalesce(jsonb_agg(jsonb_build_object('startsOn', v.starts_on, 'endsOn', v.ends_on, 'agreedOn', coalesce(v.signed_on, e.effective_on)) order by v.ends_on)
            filter (where v.kind = 'extension'), '[]') as extensions
         from contract_version v left join case_event e on e.id = v.event_id where v.case_id = $1 and v.voided_at is null and v.ends_on is not null`,
      [caseId],
    );
    return rows[0]!;
  },
};
