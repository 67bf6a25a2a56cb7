import { createHash } from 'node:crypto';
import { actorOf, type AccountFacts } from '@app/identity';
import type { Actor, Role } from '@app/kernel';
import { insertAtHome } from './tenant-home';
import { insertNotices } from './tenant-notices';
import { insertOrders, insertWishes } from './tenant-orders';
import { insertPlan } from './tenant-reports';
import { insertLoan, insertSettlement, insertSupport } from './tenant-loans';
import { id } from './tenant-ids';
import type { TestDatabase } from './test-database';

export { id };

export interface TenantAccount {
  /** e.g. `centre-12`. */
  name: string;
  role: Role;
  actor: Actor & { accountId: string };
  /** Bearer token of a live session. */
  token: string;
}

export interface TenantPerson {
  n: number;
  workerId: string;
  caseId: string;
  caseCode: string;
  /** A word that stands in the person's name, contacts and notes, and nowhere else. */
  canary: string;
  citizenId: string;
  province: string;
  commune: string;
}

export interface Tenants {
  accounts: TenantAccount[];
  people: TenantPerson[];
  account(name: string): TenantAccount;
}

export const TODAY = '2026-11-22';
export const PROVINCES = ['12', '15'];
export const COMMUNES = ['12001', '12002', '12003', '15001', '15002'];
const PER_COMMUNE = 6;

const ORGANISATIONS = [
  ...PROVINCES.flatMap((p) => [
    ['department_of_home_affairs', `SNV-${p}`, `Sở Nội vụ ${p}`, p, null],
    ['employment_service_centre', `TT-${p}`, `Trung tâm ${p}`, p, null],
    ['bank_office', `NH-${p}`, `Ngân hàng ${p}`, p, null],
  ]),
  ['sending_agency', 'A', 'Công ty A', null, null],
  ['sending_agency', 'B', 'Công ty B', null, null],
  ...COMMUNES.map((c) => ['commune_peoples_committee', `XA-${c}`, `UBND xã ${c}`, c.slice(0, 2), c]),
] as [string, string, string, string | null, string | null][];

type AccountRow = [name: string, role: Role, organisation: string | null, communes?: string[]];
const ACCOUNTS: AccountRow[] = [
  ...PROVINCES.flatMap((p): AccountRow[] => [
    [`centre-${p}`, 'centre_staff', `TT-${p}`],
    [`department-${p}`, 'department_officer', `SNV-${p}`],
    [`leader-${p}`, 'leader', `SNV-${p}`],
    [`bank-${p}`, 'bank_officer', `NH-${p}`],
  ]),
  ['centre-12-narrow', 'centre_staff', 'TT-12', ['12001']],
  ['centre-15-narrow', 'centre_staff', 'TT-15', ['15002']],
  ...COMMUNES.filter((c) => c !== '12003').map((c): AccountRow => [
    `commune-${c}`,
    'commune_officer',
    `XA-${c}`,
    c === '12002' ? ['12002', '12003'] : [],
  ]),
  ['agency-a', 'agency_clerk', 'A'],
  ['agency-b', 'agency_clerk', 'B'],
  ['administrator', 'administrator', null],
];

/** Two provinces, five communes, two agencies, two banks: every protected table holds rows of several of them. Written past the code under test. */
export async function insertTenants(db: TestDatabase): Promise<Tenants> {
  const { sql } = db;
  for (const [kind, key, name, province, commune] of ORGANISATIONS) {
    await sql(
      `insert into organisation (id, kind, key, name, name_key, province_code, commune_code, email) values ($1, $2, $3, $4, lower($4), $5, $6, $3 || '@test.invalid')`,
      [id('org', key), kind, key, name, province, commune],
    );
    await sql(`insert into organisation_alias (organisation_id, alias, alias_key) values ($1, $2, lower($2))`, [
      id('org', key),
      `${name} (tắt)`,
    ]);
  }
  for (const key of ['A', 'B']) {
    await sql(`insert into agency_licence (id, organisation_id, number, valid, state) values ($1, $2, '1/GP', '[2020-01-01,)', 'valid')`, [
      id('licence', key),
      id('org', key),
    ]);
    await sql(
      `insert into agency_deposit (id, organisation_id, province_code, amount, bank_name, held_from, basis) values ($1, $2, $3, 2000000000, 'NH', '2020-01-01', 'GXN 1')`,
      [id('deposit', key), id('org', key), key === 'A' ? '12' : '15'],
    );
  }
  await insertPlaces(sql);
  await insertOrders(sql, id);
  const accounts: TenantAccount[] = [];
  for (const row of ACCOUNTS) accounts.push(await insertAccount(db, row));
  const people: TenantPerson[] = [];
  for (const [c, commune] of COMMUNES.entries())
    for (let i = 0; i < PER_COMMUNE; i++) people.push(await insertPerson(db, c * PER_COMMUNE + i, commune));
  await insertOffices(sql);
  return { accounts, people, account: (name) => accounts.find((a) => a.name === name)! };
}

async function insertPlaces(sql: TestDatabase['sql']): Promise<void> {
  for (const p of PROVINCES)
    await sql(
      `insert into admin_unit (level, code, name, bare_key, type, valid_from, verified) values ('province', $1, 'Tỉnh ' || $1, $1, 'Tỉnh', '2025-07-01', true) on conflict do nothing`,
      [p],
    );
  for (const c of COMMUNES)
    await sql(
      `insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, verified)
       select 'commune', $1, 'Xã ' || $1, $1, 'Xã', u.id, '2025-07-01', true from admin_unit u where u.level = 'province' and u.code = $2 on conflict do nothing`,
      [c, c.slice(0, 2)],
    );
}

async function insertAccount({ sql }: TestDatabase, [name, role, organisation, communes = []]: AccountRow): Promise<TenantAccount> {
  const accountId = id('account', name);
  const org = ORGANISATIONS.find(([, key]) => key === organisation);
  await sql(
    `insert into account (id, organisation_id, province_code, login, role, display_name, state, password_hash) values ($1, $2, $3, $4, $5, $4, 'active', 'x')`,
    [accountId, org && id('org', org[1]), org?.[3] ?? null, name, role],
  );
  for (const commune of communes) await sql(`insert into account_commune values ($1, $2)`, [accountId, commune]);
  const token = `bvs_${createHash('sha256').update(`token ${name}`).digest('base64url')}`;
  await sql(`insert into session (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`, [
    id('session', name),
    createHash('sha256').update(token).digest(),
    accountId,
  ]);
  await sql(
    `insert into one_time_link (id, account_id, purpose, token_hash, expires_at) values ($1, $2, 'set_password', $3, now() + interval '1 day')`,
    [id('link', name), accountId, createHash('sha256').update(`link ${name}`).digest()],
  );
  if (org)
    await sql(`insert into api_key (id, account_id, organisation_id, label, token_hash) values ($1, $2, $3, $4, $5)`, [
      id('key', name),
      accountId,
      id('org', org[1]),
      `khoá ${name}`,
      createHash('sha256').update(`key ${name}`).digest(),
    ]);
  await sql(
    `insert into notification_setting (account_id, urgent_push, urgent_mail, usual_push, usual_mail, quiet_weekends) values ($1, true, true, false, 'daily', true)`,
    [accountId],
  );
  await sql(`insert into push_subscription (id, account_id, endpoint_index, target_cipher) values ($1, $2, '\\x00', '\\x00')`, [
    id('push', name),
    accountId,
  ]);
  await sql(`insert into bell_seen (account_id, seen_at) values ($1, '2026-11-01')`, [accountId]);
  await sql(`insert into idempotency_key (account_id, key, route, request_hash) values ($1, 'first-key', 'POST /', '\\x00')`, [accountId]);
  await sql(
    `insert into audit_entry (account_id, login, organisation_id, province_code, action, subject_kind) values ($1, $2, $3, $4, 'test.deed', 'test')`,
    [accountId, name, org && id('org', org[1]), org?.[3] ?? null],
  );
  const facts: AccountFacts = {
    accountId,
    login: name,
    displayName: name,
    role,
    organisationId: org ? id('org', org[1]) : null,
    organisationKind: (org?.[0] ?? null) as AccountFacts['organisationKind'],
    organisationName: org?.[2] ?? null,
    provinceCode: org?.[3] ?? null,
    communeCode: org?.[4] ?? null,
    communes,
  };
  return { name, role, actor: actorOf(facts) as TenantAccount['actor'], token };
}

/** Per person: case through agency A, B or none; a bank for every third; an alert, a notice, a visit, a proposal about each. */
async function insertPerson({ sql, seal }: TestDatabase, n: number, commune: string): Promise<TenantPerson> {
  const province = commune.slice(0, 2);
  const agency = [id('org', 'A'), id('org', 'B'), null][n % 3]!;
  const bank = n % 3 === 2 ? null : id('org', `NH-${province}`);
  const canary = `Zk${'abcdeghikl'[Math.floor(n / 10)]}${'abcdeghikl'[n % 10]}wz`;
  const [w, c, code] = [id('worker', n), id('case', n), `CASE${String(n).padStart(6, 'X')}`];
  const citizenId = `0121${String(90 - (n % 30)).padStart(2, '0')}9${String(n * 7919)
    .padStart(5, '0')
    .slice(-5)}`;
  const abroad = n % 6 < 4;
  await sql(
    `insert into worker (id, province_code, commune_code, full_name, name_key, sort_key, birth_date, birth_precision, sex, citizen_id_cipher, citizen_id_index, registered_by_id, hamlet)
     values ($1, $2, $3, $4, lower($5), lower($5), '1995-01-01', 'YMD', 'M', $6, $7, $8, $9)`,
    [
      w,
      province,
      commune,
      `Lò Văn ${canary}`,
      `lo van ${canary}`,
      seal.close(citizenId, w),
      seal.blindIndex('citizen-id', citizenId),
      n % 5 === 0 ? id('org', 'A') : null,
      `Bản ${canary}`,
    ],
  );
  for (const token of ['lo', 'van', canary.toLowerCase()])
    await sql(`insert into worker_name_token values ($1, $2, $3)`, [province, token, w]);
  await sql(`insert into worker_phone values ($1, $2, 0)`, [w, `+8430${String(1_000_000 + n * 7)}`]);
  await sql(`insert into family_contact (id, worker_id, full_name, phone) values ($1, $2, $3, $4)`, [
    id('contact', n),
    w,
    `Lò Thị ${canary}`,
    `+8431${String(1_000_000 + n * 7)}`,
  ]);
  await sql(`insert into worker_residence (id, worker_id, commune_code, resolved_by) values ($1, $2, $3, 'code')`, [
    id('residence', n),
    w,
    commune,
  ]);
  await sql(`insert into worker_relative (worker_id, kin, full_name) values ($1, 'SIBLING', $2)`, [w, `Lò Văn em ${canary}`]);
  await insertAtHome(sql, id, { n, workerId: w, commune, canary });
  await sql(
    `insert into case_file (id, code, worker_id, province_code, commune_code, agency_id, bank_id, legal_form, market, stage, rule_date, contract_start, contract_end, departed_on, opened_from)
     values ($1, $2, $3, $4, $5, $6, $7, 'SERVICE', 'JP', $8, '2023-10-01', $9, $10, $9, 'record')`,
    [
      c,
      code,
      w,
      province,
      commune,
      agency,
      bank,
      abroad ? 'ABROAD' : 'REGISTERED',
      abroad ? '2023-11-01' : null,
      abroad ? '2026-10-01' : null,
    ],
  );
  await sql(`insert into case_receipt (case_id, pin_hash) values ($1, 'x')`, [c]);
  await insertWishes(sql, id, { n, caseId: c, province, canary, officer: `commune-${commune === '12003' ? '12002' : commune}` });
  await sql(`insert into selection_result (round_id, case_id, result, reason) values ($1, $2, 'FAILED', 'OTHER')`, [
    id('round', province === '12' ? 'A' : 'B'),
    c,
  ]);
  await sql(`insert into case_external_code values ($1, $2, $3)`, [c, province, `EXT${n}`]);
  const [event] = await sql<{ id: number }>(
    `insert into case_event (case_id, request_id, kind, effective_on, stage_after, detail) values ($1, 'fixture', $2, '2023-11-01', $3, $4) returning id`,
    [c, abroad ? 'DEPARTED' : 'REGISTERED', abroad ? 'ABROAD' : 'REGISTERED', { note: `ghi ${canary}` }],
  );
  await sql(
    `insert into contract_version (id, case_id, kind, starts_on, ends_on, employer, event_id) values ($1, $2, 'employment', '2023-11-01', '2026-10-01', $3, $4)`,
    [id('contract', n), c, `Hãng ${canary}`, event!.id],
  );
  await sql(`insert into case_gap (case_id, source, guards, open_guards, source_ref) values ($1, 'record', '{HEALTH}', '{HEALTH}', $2)`, [
    c,
    `Sheet ${canary}`,
  ]);
  await sql(
    `insert into evidence_document (id, case_id, kind, basis, number, issuer, issued_on, note, recorded_by) values ($1, $2, 'overstay', 'a', '1', 'X', '2026-11-01', $3, $4)`,
    [id('document', n), c, `giấy ${canary}`, id('account', `commune-${commune}`)],
  );
  const owner = n % 3 < 2 ? 'agency' : 'centre';
  const [alert] = await sql<{ id: number }>(
    `insert into alert (case_id, province_code, rule, family, rung, target_date, due_on, raised_on, owner, answer_by) values ($1, $2, 'SUSPECTED_OVERSTAY', 'SUSPECTED_OVERSTAY', 1, '2026-10-01', '2026-10-08', '2026-10-08', $3, '2026-11-20') returning id`,
    [c, province, owner],
  );
  for (const role of ['agency', 'centre', 'commune', 'department'])
    await sql(`insert into alert_recipient (alert_id, role, addressee, since) values ($1, $2, 'X', '2026-10-08')`, [alert!.id, role]);
  await sql(
    `insert into alert_answer (alert_id, case_id, request_id, answer, answered_on, note) values ($1, $2, $3, 'NO_CONTACT', '2026-10-10', $4)`,
    [alert!.id, c, `fixture-${n}`, `đáp ${canary}`],
  );
  await sql(
    `insert into family_visit (id, case_id, alert_id, request_id, visited_on, visitors, purpose, outcome, note) values ($1, $2, $3, $4, '2026-10-12', $5, 'PERSUADE', 'NO_CONTACT', $5)`,
    [id('visit', n), c, alert!.id, `fixture-${n}`, `thăm ${canary}`],
  );
  await sql(`insert into case_question (id, case_id, text, asked_by, organisation_id) values ($1, $2, $3, $4, $5)`, [
    id('question', n),
    c,
    `hỏi ${canary}`,
    id('account', `commune-${commune === '12003' ? '12002' : commune}`),
    id('org', `XA-${commune}`),
  ]);
  await sql(
    `insert into paper_file (id, case_id, guard, medium, bytes, sha256, scan, state, request_id) values ($1, $2, 'HEALTH', 'pdf', 10, '\\x00', 'unscanned', 'kept', 'fixture')`,
    [id('paper-file', n), c],
  );
  await sql(
    `insert into paper_file (id, case_id, visit_id, medium, bytes, sha256, scan, state, request_id) values ($1, $2, $3, 'picture', 10, '\\x01', 'unscanned', 'kept', 'fixture-visit')`,
    [id('visit-picture', n), c, id('visit', n)],
  );
  await sql(
    `insert into crossing_statement (id, case_id, crossing, voice, happened, request_id, note) values ($1, $2, 'EXIT', 'PAPER', true, $3, $4)`,
    [id('crossing', n), c, `fixture-crossing-${n}`, `dấu ${canary}`],
  );
  const place = agency ? [null, agency, agency] : [province, null, id('org', `TT-${province}`)];
  await sql(
    `insert into training_class (id, province_code, agency_id, organisation_id, kind, title, market, place, starts_on, ends_on, seats, taken, request_id)
     values ($1, $2, $3, $4, 'ORIENTATION', $5, 'JP', 'Hội trường', '2026-11-01', '2026-11-10', 30, 1, $6)`,
    [id('class', n), ...place, `Lớp ${canary}`, `fixture-class-${n}`],
  );
  await sql(
    `insert into class_session (id, class_id, held_on, part, periods, topic) values ($1, $2, '2026-11-02', 'MORNING', 5, 'Văn hóa')`,
    [id('session', `class-${n}`), id('class', n)],
  );
  await sql(`insert into class_seat (class_id, case_id, state) values ($1, $2, 'seated')`, [id('class', n), c]);
  await sql(`insert into class_absence (session_id, case_id) values ($1, $2)`, [id('session', `class-${n}`), c]);
  await sql(
    `insert into training_certificate (id, case_id, class_id, kind, number, issuer_id, issued_on, valid_until, check_code) values ($1, $2, $3, 'ORIENTATION', $4, $5, '2026-11-12', '2028-11-12', $6)`,
    [id('certificate', n), c, id('class', n), `${n}/TEST/GCN`, place[2], `CHECK${String(n).padStart(5, 'X')}`],
  );
  await sql(`insert into former_phone (worker_id, contact_id, phone) values ($1, $2, $3)`, [
    w,
    id('contact', n),
    `+8431${String(5_000_000 + n * 7)}`,
  ]);
  await sql(`insert into overstay_confirmation (id, case_id, document_id, request_id, proposed_by) values ($1, $2, $3, $4, $5)`, [
    id('proposal', n),
    c,
    id('document', n),
    `fixture-${n}`,
    id('account', `commune-${commune}`),
  ]);
  for (const [desk, dedupe] of [
    ['centre', `c${n}`],
    ['agency', `a${n}`],
    ['commune', `x${n}`],
  ] as const)
    await sql(
      `insert into desk_task (desk, province_code, commune_code, agency_id, kind, dedupe_key, case_id, worker_id, detail) values ($1, $2, $3, $4, 'CHECK_CASE', $5, $6, $7, $8)`,
      [desk, province, commune, agency, dedupe, c, w, { ref: canary }],
    );
  await sql(
    `insert into read_log (account_id, organisation_id, province_code, worker_id, field_class, purpose, reason) values ($1, $2, $3, $4, 'citizenId', 'reveal', $5)`,
    [id('account', n % 3 ? `centre-${province}` : 'agency-a'), null, province, w, `vì ${canary}`],
  );
  await insertNotices(sql, { n, day: TODAY, province, commune, agency, bank, caseId: c, code, alertId: alert!.id, canary });
  await insertLoan(sql, n, c, province);
  await insertSettlement(sql, n, c, agency, province);
  await insertSupport(sql, n, c, province);
  return { n, workerId: w, caseId: c, caseCode: code, canary, citizenId, province, commune };
}

/** One batch of each office that imports, and the plan of each commune. */
async function insertOffices(sql: TestDatabase['sql']): Promise<void> {
  for (const commune of COMMUNES) await insertPlan(sql, commune);
  for (const [k, [org, province, login]] of (
    [
      ['TT-12', '12', 'centre-12'],
      ['TT-15', '15', 'centre-15'],
      ['A', '12', 'agency-a'],
      ['B', '15', 'agency-b'],
      ['NH-12', '12', 'bank-12'],
    ] as const
  ).entries()) {
    const batch = id('batch', org);
    await sql(
      `insert into import_batch (id, kind, organisation_id, account_id, province_code, file_name, sha256, state) values ($1, 'register', $2, $3, $4, $5, '\\x00', 'imported')`,
      [batch, id('org', org), id('account', login), province, `tep-${org}.xlsx`],
    );
    await sql(
      `insert into import_task (id, request_id, kind, dry_run, organisation_id, account_id, login, province_code, file_name) values ($1, $2, 'register', false, $3, $4, $5, $6, $7)`,
      [id('import', org), `r-${org}`, id('org', org), id('account', login), login, province, `tep-${org}.xlsx`],
    );
    await sql(`insert into import_row (batch_id, sheet, row_number, verdict, message) values ($1, 'S', $2, 'create', 'tốt')`, [
      batch,
      k + 1,
    ]);
    await sql(`insert into import_change (batch_id, subject, subject_id) values ($1, 'worker', $2)`, [batch, String(k)]);
    await sql(`insert into import_mapping (organisation_id, kind, header_key, mapping) values ($1, 'register', 'h', '{}')`, [
      id('org', org),
    ]);
    await sql(`insert into account_preference (account_id, key, value) values ($1, 'theme', '"dark"')`, [id('account', login)]);
    await sql(
      `insert into saved_view (id, account_id, organisation_id, screen, name, query, shared) values ($1, $2, $3, 'cases', 'Sắp hết hạn', 'stages=ABROAD', true)`,
      [id('view', org), id('account', login), id('org', org)],
    );
    await sql(
      `insert into work_snooze (organisation_id, kind, ref, hidden_until, reason, account_id) values ($1, 'batch', $2, '2026-11-25', 'chờ gia đình', $3)`,
      [id('org', org), batch, id('account', login)],
    );
    await sql(
      `insert into official_document (id, kind, organisation_id, account_id, login, request_id) values ($1, 'REFERRAL', $2, $3, $4, $5)`,
      [id('document-of', org), id('org', org), id('account', login), login, `document-${org}`],
    );
    await sql(`insert into certificate_serial (organisation_id, year, last) values ($1, 2026, 5)`, [id('org', org)]);
    await sql(`insert into notice_release (batch_id, province_code) values ($1, $2)`, [batch, province]);
  }
}
