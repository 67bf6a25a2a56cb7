import type { CaseRecord, LegalForm, Milestone } from '@app/casework';
import { addDays, foldText } from '@app/kernel';
import type { WorkerRecord } from '@app/workers';
import type { RegisterEntry } from '../domain/read-register';
import type { RegisterValues } from '../domain/register-row';

/** The person of a register line. The place must have been found. */
export function workerRecordOf({ values: v, place }: RegisterEntry, provinceCode: string): WorkerRecord {
  const found = place.place.kind === 'found' ? place.place : undefined;
  return {
    residence: {
      provinceCode,
      communeCode: found?.code ?? null,
      declaredUnitId: found?.unitId ?? null,
      declaredPlace: place.written,
      hamlet: v.hamlet,
      resolvedBy: 'written',
    },
    fullName: v.fullName!,
    birthDate: v.birthDate,
    birthPrecision: v.birthPrecision,
    sex: v.sex,
    ethnicCode: v.ethnicCode,
    householdClass: v.householdClass,
    education: v.education,
    skill: v.skill,
    citizenId: v.idNumber,
    passport: v.passport,
    phones: v.phones,
    priorityGroups: v.priorityGroups,
    contacts: v.contact ? [{ fullName: v.contact.name, kin: v.contact.kin, phone: v.contact.phone }] : [],
  };
}

export interface CaseSource {
  readonly workerId: string;
  readonly provinceCode: string;
  readonly agencyId: string | null;
  readonly programme: string | null;
  readonly batchId: string;
}

const FORMS: Record<string, LegalForm> = { EPS: 'PUBLIC', SEASONAL_KR: 'SEASONAL' };

/** The case of a register line: every fact it tells with its day; what it does not tell stays open. */
export function caseRecordOf(entry: RegisterEntry, source: CaseSource): CaseRecord {
  const { values: v, place } = entry;
  const found = place.place.kind === 'found' ? place.place : undefined;
  const sourceRef = `${entry.sheet}!${entry.row}`;
  return {
    workerId: source.workerId,
    provinceCode: source.provinceCode,
    communeCode: found?.code ?? null,
    declaredUnitId: found?.unitId ?? null,
    agencyId: source.agencyId,
    programme: source.programme,
    legalForm: source.programme ? (FORMS[source.programme] ?? null) : null,
    market: v.market ?? v.demandMarket,
    externalCode: v.caseCode,
    milestones: milestonesOf(v),
    batchId: source.batchId,
    sourceRef,
    requestId: `import:${source.batchId}:${sourceRef}`,
  };
}

const STEPS = ['REGISTERED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'ABROAD', 'RETURNED'];

function milestonesOf(v: RegisterValues): Milestone[] {
  const facts: Milestone[] = [];
  const reached = (stage: string) => STEPS.indexOf(v.stage ?? 'REGISTERED') === STEPS.indexOf(stage);
  const note = v.notes ?? undefined;
  facts.push({
    kind: 'REGISTERED',
    effectiveOn: v.demandDate,
    detail: { ...(v.demandMarket && { market: v.demandMarket }), ...(note && { note }) },
  });
  if (v.selectedDate || reached('SELECTED')) facts.push({ kind: 'SELECTED', effectiveOn: v.selectedDate });
  if (v.courseStart || reached('IN_TRAINING')) facts.push({ kind: 'TRAINING_STARTED', effectiveOn: v.courseStart });
  if (v.certificateNo || v.certificateDate)
    facts.push({
      kind: 'CERTIFICATE_ISSUED',
      effectiveOn: v.certificateDate,
      detail: v.certificateNo ? { reference: v.certificateNo } : {},
    });
  if (v.contractSigned || v.contractNo || reached('CONTRACTED'))
    facts.push({
      kind: 'CONTRACT_SIGNED',
      effectiveOn: v.contractSigned,
      contract: {
        kind: 'sending',
        number: v.contractNo,
        signedOn: v.contractSigned,
        termMonths: v.termMonths,
        occupation: v.occupation,
        ...(!v.exitDate && { startsOn: v.contractStart, endsOn: v.extendedTo ?? v.contractEnd, employer: v.employer }),
        ...(v.wage !== null && { wage: v.wage.toString(), wageCurrency: 'VND' }),
      },
    });
  if (v.exitDate)
    facts.push({
      kind: 'DEPARTED',
      effectiveOn: v.exitDate,
      detail: { ...(v.employer && { employer: v.employer }) },
      contract: {
        kind: 'employment',
        startsOn: v.contractStart,
        endsOn: v.contractEnd,
        employer: v.employer,
        termMonths: v.termMonths,
        occupation: v.occupation,
      },
    });
  if (v.extendedTo && v.exitDate)
    facts.push({
      kind: 'EXTENDED',
      contract: { kind: 'extension', startsOn: v.contractEnd ? addDays(v.contractEnd, 1) : null, endsOn: v.extendedTo },
    });
  if (v.returnDate)
    facts.push({
      kind: 'RETURNED',
      effectiveOn: v.returnDate,
      detail: v.returnType ? { returnType: v.returnType as never } : {},
    });
  return facts;
}

/** Contract terms on a row that tells neither a signing nor an exit: no fact can hold them, so they stay with the row and the sender is told. */
export function looseTerms(v: RegisterValues): Partial<Pick<RegisterValues, 'contractStart' | 'contractEnd' | 'extendedTo' | 'employer'>> {
  if (v.exitDate || v.contractSigned || v.contractNo || STEPS.indexOf(v.stage ?? 'REGISTERED') >= STEPS.indexOf('CONTRACTED')) return {};
  const { contractStart, contractEnd, extendedTo, employer } = v;
  return Object.fromEntries(Object.entries({ contractStart, contractEnd, extendedTo, employer }).filter(([, value]) => value));
}

/** Facts whose contexts come later; kept with the row so that nothing the office wrote is lost. */
export function carriedOf(v: RegisterValues): Record<string, unknown> {
  const {
    loanAmount,
    loanDate,
    loanClass,
    visitCount,
    lastVisit,
    afterReturn,
    source,
    officer,
    demandMarket,
    occupation,
    wage,
    termMonths,
    agencyWritten,
  } = v;
  const all = {
    loanAmount: loanAmount?.toString(),
    loanDate,
    loanClass,
    visitCount,
    lastVisit,
    afterReturn,
    source,
    officer,
    demandMarket,
    occupation,
    wage: wage?.toString(),
    termMonths,
    agencyWritten,
    ...looseTerms(v),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined));
}

/** "EPS - TTDVVL tỉnh", "TT DVVL", "TTDVVL (EPS)": candidates to try as an agency's name, and the programme, where the column tells one. */
export function agencyForms(written: string): string[] {
  const inside = /\(([^)]*)\)/.exec(written)?.[1];
  const bare = written.replace(/\([^)]*\)/g, ' ').trim();
  return [
    written,
    bare,
    ...bare.split(/\s+-\s+|\s*[/;]\s*/).reverse(),
    bare.replace(/^(tt)\s+/i, '$1'),
    ...(inside ? [inside] : []),
  ].filter((form, i, all) => form !== '' && all.indexOf(form) === i);
}

export function programmeIn(written: string): string | null {
  const folded = ` ${foldText(written)} `;
  if (folded.includes(' eps ')) return 'EPS';
  return /thoi vu|jangheung|seasonal/.test(folded) ? 'SEASONAL_KR' : null;
}
