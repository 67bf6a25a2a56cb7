import type { LocalDate } from '@app/kernel';
import type { CaseFacts, Evidence, ReturnType, Waiver } from '../domain/case-facts';
import type { Guard, LegalForm } from '../domain/guards';
import type { StoredStage } from '../domain/stages';

/** A row of case_file as far as decisions need it. */
export interface CaseRow {
  id: string;
  code: string;
  worker_id: string;
  province_code: string;
  commune_code: string | null;
  version: number;
  stage: StoredStage;
  legal_form: LegalForm | null;
  programme: string | null;
  market: string | null;
  agency_id: string | null;
  order_id: string | null;
  rule_date: LocalDate | null;
  contract_signed_on: LocalDate | null;
  contract_start: LocalDate | null;
  contract_end: LocalDate | null;
  contract_terminated_on: LocalDate | null;
  stay_until: LocalDate | null;
  departed_on: LocalDate | null;
  returned_on: LocalDate | null;
  return_type: ReturnType | null;
  absconded_on: LocalDate | null;
  planned_return_on: LocalDate | null;
  facts: StoredFacts;
}

/** Facts that no list filters by: kept in one jsonb column. */
interface StoredFacts {
  selectedOn?: LocalDate;
  endedOn?: LocalDate;
  closedFrom?: StoredStage;
  plannedExitOn?: LocalDate;
  occupation?: string;
  guards?: Partial<Record<Guard, Evidence>>;
  waivers?: Partial<Record<Guard, Waiver>>;
}

/** Projected columns in one order, for selects, inserts, updates and COPY alike, with their types. */
export const FACT_COLUMNS = {
  stage: 'text',
  legal_form: 'text',
  programme: 'text',
  market: 'text',
  agency_id: 'uuid',
  order_id: 'uuid',
  rule_date: 'date',
  contract_signed_on: 'date',
  contract_start: 'date',
  contract_end: 'date',
  contract_terminated_on: 'date',
  stay_until: 'date',
  departed_on: 'date',
  returned_on: 'date',
  return_type: 'text',
  absconded_on: 'date',
  planned_return_on: 'date',
  facts: 'jsonb',
} as const;
export const FACT_NAMES = Object.keys(FACT_COLUMNS) as (keyof typeof FACT_COLUMNS)[];

export const CASE_COLUMNS = `c.id, c.code, c.worker_id, c.province_code, c.commune_code, c.version, ${FACT_NAMES.map((name) => `c.${name}`).join(', ')}`;

export function factsOf(row: CaseRow): CaseFacts {
  return {
    stage: row.stage,
    legalForm: row.legal_form,
    programme: row.programme,
    market: row.market,
    agencyId: row.agency_id,
    orderId: row.order_id,
    ruleDate: row.rule_date,
    selectedOn: row.facts.selectedOn ?? null,
    contractSignedOn: row.contract_signed_on,
    contractStart: row.contract_start,
    contractEnd: row.contract_end,
    contractTerminatedOn: row.contract_terminated_on,
    stayUntil: row.stay_until,
    departedOn: row.departed_on,
    returnedOn: row.returned_on,
    returnType: row.return_type,
    abscondedOn: row.absconded_on,
    plannedReturnOn: row.planned_return_on,
    endedOn: row.facts.endedOn ?? null,
    closedFrom: row.facts.closedFrom ?? null,
    plannedExitOn: row.facts.plannedExitOn ?? null,
    occupation: row.facts.occupation ?? null,
    guards: row.facts.guards ?? {},
    waivers: row.facts.waivers ?? {},
  };
}

/** Values of {@link FACT_NAMES}. */
export function factValues(facts: CaseFacts): (string | null)[] {
  const rare: StoredFacts = {
    ...(facts.selectedOn && { selectedOn: facts.selectedOn }),
    ...(facts.endedOn && { endedOn: facts.endedOn }),
    ...(facts.closedFrom && { closedFrom: facts.closedFrom }),
    ...(facts.plannedExitOn && { plannedExitOn: facts.plannedExitOn }),
    ...(facts.occupation && { occupation: facts.occupation }),
    ...(Object.keys(facts.guards).length > 0 && { guards: facts.guards }),
    ...(Object.keys(facts.waivers).length > 0 && { waivers: facts.waivers }),
  };
  return [
    facts.stage,
    facts.legalForm,
    facts.programme,
    facts.market,
    facts.agencyId,
    facts.orderId,
    facts.ruleDate,
    facts.contractSignedOn,
    facts.contractStart,
    facts.contractEnd,
    facts.contractTerminatedOn,
    facts.stayUntil,
    facts.departedOn,
    facts.returnedOn,
    facts.returnType,
    facts.abscondedOn,
    facts.plannedReturnOn,
    JSON.stringify(rare),
  ];
}

/** The projected columns as they were: what an undo puts back and a comparison shows. */
export function beforeOf(row: CaseRow): Record<string, unknown> {
  return Object.fromEntries([...FACT_NAMES.map((name) => [name, row[name]]), ['version', row.version]]);
}
