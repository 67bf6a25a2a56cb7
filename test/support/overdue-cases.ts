/** Something that runs SQL as superuser: `TestDatabase.sql` fits. */
export type RunSql = <R>(text: string, values?: unknown[]) => Promise<R[]>;

export interface OverdueCases {
  province: string;
  centreId: string;
  departmentId: string;
  agencyIds: string[];
  /** Codes of today's communes; the first `withoutMail` have no address. */
  communes: string[];
  /** Case ids in the order of their numbers (0 … count-1). */
  caseIds: string[];
}

export interface OverdueOptions {
  count: number;
  /** Business day the cases are overdue on, yyyy-mm-dd. */
  today: string;
  /** Two-digit province of today. */
  province?: string;
  communes?: number;
  /** How many communes (from the first) have no e-mail address: their notices become letters. */
  withoutMail?: number;
  agencies?: number;
  /** Last day of the oldest contract, days before `today`; ends are spread evenly between 1 and this. */
  oldest?: number;
  /** Day the cases were learnt (default: the day they departed, long before anything fell due). */
  learntOn?: string;
  /** Distinguishes several fixtures of one database. */
  label?: string;
}

/**
 * N people of one province whose contract ended before `today` and of whom no return is known: organisations with
 * e-mail addresses, communes in force, workers, cases abroad with their events. Written by SQL, past the code under test.
 * The sweep finds alerts on every one of them.
 */
export async function insertOverdueCases(sql: RunSql, options: OverdueOptions): Promise<OverdueCases> {
  const o = {
    province: '12',
    communes: 40,
    withoutMail: 0,
    agencies: 3,
    oldest: 60,
    learntOn: null,
    label: 'od',
    ...options,
  };
  await sql(PLACES, [o.province, o.communes]);
  const organisations = await sql<{ id: string; kind: string; commune_code: string | null }>(ORGANISATIONS, [
    o.label,
    o.province,
    o.communes,
    o.withoutMail,
    o.agencies,
  ]);
  const of = (kind: string) => organisations.filter((row) => row.kind === kind);
  const agencyIds = of('sending_agency').map((row) => row.id);
  await sql(WORKERS, [o.label, o.province, o.communes, o.count]);
  const cases = await sql<{ id: string }>(CASES, [o.label, o.province, o.communes, o.count, agencyIds, o.today, o.oldest, o.learntOn]);
  await sql(EVENTS, [cases.map((row) => row.id)]);
  return {
    province: o.province,
    centreId: of('employment_service_centre')[0]!.id,
    departmentId: of('department_of_home_affairs')[0]!.id,
    agencyIds,
    communes: of('commune_peoples_committee').map((row) => row.commune_code!),
    caseIds: cases.map((row) => row.id),
  };
}

/** Code of the n-th commune: five digits, made from the province so that two fixtures do not meet. */
const communeCode = (province: string, n: string) => `lpad((${province}::text::int * 1000 + ${n})::text, 5, '0')`;

const PLACES = `
  with province as (
    insert into admin_unit (level, code, name, bare_key, type, valid_from, verified)
    values ('province', $1::text, 'Tỉnh ' || $1::text, $1::text, 'Tỉnh', '2025-07-01', true)
    on conflict (level, code, valid_from) do update set verified = true returning id)
  insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, verified)
  select 'commune', ${communeCode('$1', 'n')}, 'Xã Bản ' || n, 'ban ' || n, 'Xã', province.id, '2025-07-01', true
  from province, generate_series(1, $2::int) n
  on conflict (level, code, valid_from) do nothing`;

const ORGANISATIONS = `
  insert into organisation (id, kind, key, name, name_key, province_code, commune_code, email)
  select md5('org' || key)::uuid, kind, key, name, lower(name), province_code, commune_code, email from (
    select 'department_of_home_affairs' as kind, $1::text || '-so-' || $2::text as key, 'Sở Nội vụ ' || $2::text as name, $2::text as province_code, null as commune_code, 'so-' || $2::text || '@test.invalid' as email
    union all select 'employment_service_centre', $1::text || '-esc-' || $2::text, 'Trung tâm dịch vụ việc làm ' || $2::text, $2::text, null, 'esc-' || $2::text || '@test.invalid'
    union all select 'sending_agency', $1::text || '-agency-' || n, 'Công ty ' || n, null, null, $1::text || '-agency-' || n || '@test.invalid' from generate_series(1, $5::int) n
    union all select 'commune_peoples_committee', $1::text || '-commune-' || n, 'UBND xã Bản ' || n, $2::text, ${communeCode('$2', 'n')},
      case when n > $4::int then 'xa-' || ${communeCode('$2', 'n')} || '@test.invalid' end from generate_series(1, $3::int) n) o
  returning id, kind, commune_code`;

const WORKERS = `
  insert into worker (id, province_code, commune_code, full_name, name_key, sort_key)
  select md5($1::text || 'worker' || n)::uuid, $2::text, ${communeCode('$2', '1 + n % $3::int')}, 'Lò Văn Thử ' || n, 'lo van thu ' || n, 'thu ' || n
  from generate_series(0, $4::int - 1) n`;

const CASES = `
  with made as (
    insert into case_file (id, code, worker_id, province_code, commune_code, agency_id, legal_form, programme, market, stage,
      rule_date, contract_start, contract_end, stay_until, departed_on, opened_from, learnt_on)
    select md5($1::text || 'case' || n)::uuid, upper(left(md5($1::text || 'code' || n), 10)), md5($1::text || 'worker' || n)::uuid, $2::text,
      ${communeCode('$2', '1 + n % $3::int')}, ($5::uuid[])[1 + n % cardinality($5::uuid[])], 'AGENCY', null, (array['JP', 'KR', 'TW'])[1 + n % 3], 'ABROAD',
      ends - 1100, ends - 1095, ends, ends, ends - 1095, 'record', coalesce($8::date, ends - 1090)
    from (select n, $6::date - 1 - n % $7::int as ends from generate_series(0, $4::int - 1) n) d
    returning id, code)
  select made.id from made join (select n, md5($1::text || 'case' || n)::uuid as id from generate_series(0, $4::int - 1) n) d using (id) order by d.n`;

const EVENTS = `
  insert into case_event (case_id, request_id, kind, effective_on, recorded_on, stage_after, case_version, proof)
  select id, 'fixture', 'DEPARTED', departed_on, learnt_on, stage, version, 'reported' from case_file where id = any ($1::uuid[])`;
