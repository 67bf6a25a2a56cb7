import type { ImportReport } from '@app/imports';
import type { ImportFixture } from './import-fixture';

interface ExpectedRow {
  row: number;
  values: Record<string, unknown>;
  fieldAlso?: Record<string, unknown[]>;
  keep?: string[];
  commune?: { code: string | null };
  verdict: string;
}

interface StoredRow {
  caseId: string;
  worker: { id: string; citizen_id_cipher: string | null } & Record<string, unknown>;
  phones: string[];
  groups: string[];
  contact: { full_name: string; kin: string | null; phone: string | null } | null;
  file: Record<string, unknown>;
  agency: string | null;
  events: Record<string, { on: string | null; detail: Record<string, unknown> }>;
  sending: Record<string, unknown> | null;
  employment: Record<string, unknown> | null;
  extension: Record<string, unknown> | null;
  carried: Record<string, unknown>;
}

const STORED = `
  select c.id as "caseId", to_jsonb(w) as worker, to_jsonb(c) as file, o.key as agency, r.carried,
    array(select phone from worker_phone p where p.worker_id = w.id order by position) as phones,
    array(select code from worker_priority_group g where g.worker_id = w.id order by code) as groups,
    (select to_jsonb(f) from family_contact f where f.worker_id = w.id order by f.created_at, f.id limit 1) as contact,
    (select jsonb_object_agg(e.kind, jsonb_build_object('on', e.effective_on, 'detail', e.detail)) from case_event e where e.case_id = c.id) as events,
    (select to_jsonb(v) from contract_version v where v.case_id = c.id and v.kind = 'sending' order by recorded_at desc limit 1) as sending,
    (select to_jsonb(v) from contract_version v where v.case_id = c.id and v.kind = 'employment' order by recorded_at desc, v.ends_on desc nulls last limit 1) as employment,
    (select to_jsonb(v) from contract_version v where v.case_id = c.id and v.kind = 'extension' order by recorded_at desc limit 1) as extension
  from import_row r join case_file c on c.id = r.case_id join worker w on w.id = c.worker_id left join organisation o on o.id = c.agency_id
  where r.batch_id = $1 and r.row_number = $2 and ($3::text is null or r.sheet = $3)`;

/** Compares what is stored with what the truth says, field by field; answers the differences nobody was told of. */
export async function compareStored(
  fixture: ImportFixture,
  rows: readonly ExpectedRow[],
  report: ImportReport,
  kind: string,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const row of rows) {
    const result = report.results.find((one) => one.row === row.row);
    if (!result || !['create', 'update', 'unchanged'].includes(result.verdict)) continue;
    const [stored] = await fixture.db.sql<StoredRow>(STORED, [report.batch, row.row, null]);
    if (!stored) {
      wrong.push(`row ${row.row}: nothing stored`);
      continue;
    }
    const actual = kind === 'departures' ? departureFields(stored) : registerFields(stored, fixture);
    const expected = kind === 'departures' ? departureExpected(row) : registerExpected(row);
    for (const [field, value] of Object.entries(expected)) {
      if (row.verdict !== 'create' && (row.keep?.includes(field) || value === null || KEPT_ON_UPDATE.has(field))) continue;
      const also = row.fieldAlso?.[field] ?? [];
      if (![value, ...also].some((one) => JSON.stringify(one ?? null) === JSON.stringify(actual[field] ?? null)))
        wrong.push(`row ${row.row} ${field}: ${JSON.stringify(actual[field])} in place of ${JSON.stringify(value)}`);
    }
  }
  return wrong;
}

function openPassport({ worker }: StoredRow, fixture: ImportFixture): string | null {
  const cipher = worker.passport_cipher as string | null;
  return cipher ? fixture.db.seal.open(Buffer.from(cipher.slice(2), 'hex'), worker.id) : null;
}

/** Every field stored of one row, as {@link compareStored} names them. */
export async function storedFields(
  fixture: ImportFixture,
  batch: string,
  sheet: string,
  row: number,
): Promise<Record<string, unknown> | undefined> {
  const [stored] = await fixture.db.sql<StoredRow>(STORED, [batch, row, sheet]);
  if (!stored) return undefined;
  return {
    ...registerFields(stored, fixture),
    ...departureFields(stored),
    passport: openPassport(stored, fixture),
    sendingEnd: stored.sending?.ends_on,
    sendingEmployer: stored.sending?.employer,
  };
}

/** An update fills what is empty; these stay as they were known before. */
const KEPT_ON_UPDATE = new Set([
  'hamlet',
  'commune',
  'notes',
  'birthDate',
  'birthPrecision',
  'contractEnd',
  'extendedTo',
  'fullName',
  'certificateNo',
  'employer',
  'priorityGroups',
  'householdClass',
]);

function registerExpected({ values: v, commune }: ExpectedRow): Record<string, unknown> {
  const known = (field: string) => v[field] ?? null;
  const fields = [
    'fullName',
    'sex',
    'birthDate',
    'birthPrecision',
    'idNumber',
    'ethnicCode',
    'hamlet',
    'householdClass',
    'education',
    'skill',
    'phones',
    'contactName',
    'contactKin',
    'contactPhone',
    'demandDate',
    'agencyKey',
    'programme',
    'selectedDate',
    'courseStart',
    'certificateNo',
    'certificateDate',
    'contractNo',
    'contractSigned',
    'termMonths',
    'occupation',
    'exitDate',
    'employer',
    'contractEnd',
    'extendedTo',
    'returnDate',
    'returnType',
    'stage',
    'loanDate',
    'loanClass',
    'loanAmount',
    'wage',
    'visitCount',
    'lastVisit',
    'afterReturn',
    'source',
    'officer',
    'demandMarket',
    'notes',
  ];
  return {
    ...Object.fromEntries(fields.map((field) => [field, known(field)])),
    phones: v.phones ?? [],
    priorityGroups: [...((v.priorityGroups as string[]) ?? [])].sort(),
    market: v.market ?? v.demandMarket ?? null,
    commune: commune?.code ?? null,
  };
}

function registerFields(s: StoredRow, fixture: ImportFixture): Record<string, unknown> {
  const { worker, file, events, carried, sending, employment, extension } = s;
  const id = worker.citizen_id_cipher ? fixture.db.seal.open(Buffer.from(worker.citizen_id_cipher.slice(2), 'hex'), worker.id) : null;
  const number = (value: unknown) => (value === undefined || value === null ? null : Number(value));
  return {
    fullName: worker.full_name,
    sex: worker.sex,
    birthDate: worker.birth_date && worker.birth_precision === 'Y' ? String(worker.birth_date).slice(0, 4) : worker.birth_date,
    birthPrecision: worker.birth_precision,
    idNumber: id,
    ethnicCode: worker.ethnic_code,
    hamlet: worker.hamlet,
    householdClass: worker.household_class,
    education: worker.education,
    skill: worker.skill,
    phones: s.phones,
    priorityGroups: s.groups,
    contactName: s.contact?.full_name,
    contactKin: s.contact?.kin,
    contactPhone: s.contact?.phone,
    demandDate: events.REGISTERED?.on,
    agencyKey: s.agency === 'TTDVVL-12' ? 'TTDVVL' : s.agency,
    programme: file.programme,
    selectedDate: events.SELECTED?.on,
    courseStart: events.TRAINING_STARTED?.on,
    certificateNo: events.CERTIFICATE_ISSUED?.detail.reference,
    certificateDate: events.CERTIFICATE_ISSUED?.on,
    contractNo: sending?.number,
    contractSigned: file.contract_signed_on,
    termMonths: sending?.term_months ?? employment?.term_months,
    occupation: carried.occupation,
    exitDate: file.departed_on,
    market: file.market,
    employer: employment?.employer,
    contractEnd: employment?.ends_on,
    extendedTo: extension?.ends_on,
    returnDate: file.returned_on,
    returnType: file.return_type,
    stage: file.stage,
    notes: events.REGISTERED?.detail.note,
    loanAmount: number(carried.loanAmount),
    loanDate: carried.loanDate,
    loanClass: carried.loanClass,
    wage: number(carried.wage),
    visitCount: number(carried.visitCount),
    lastVisit: carried.lastVisit,
    afterReturn: carried.afterReturn,
    source: carried.source,
    officer: carried.officer,
    demandMarket: carried.demandMarket,
    commune: file.commune_code,
  };
}

function departureExpected({ values: v }: ExpectedRow): Record<string, unknown> {
  return Object.fromEntries(
    ['exitDate', 'market', 'employer', 'contractStart', 'contractEnd', 'gate'].map((field) => [field, v[field] ?? null]),
  );
}

function departureFields({ file, employment, events }: StoredRow): Record<string, unknown> {
  return {
    exitDate: file.departed_on,
    market: file.market,
    employer: employment?.employer,
    contractStart: employment?.starts_on,
    contractEnd: employment?.ends_on,
    gate: events.DEPARTED?.detail.gate,
  };
}
