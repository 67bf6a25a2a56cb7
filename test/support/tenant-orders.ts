import type { TestDatabase } from './test-database';

/** Each agency may recruit in one province, under a contract and with an approved order. */
export async function insertOrders(sql: TestDatabase['sql'], id: (kind: string, n: string) => string): Promise<void> {
  // A centre that sends people itself: concerns no agency and no other province.
  await sql(`insert into agency_update (id, agency_id, updated_on) values ($1, $2, '2026-10-01')`, [
    id('update', 'TT'),
    id('org', 'TT-12'),
  ]);
  for (const [key, province] of [
    ['A', '12'],
    ['B', '15'],
  ] as const) {
    const [org, order] = [id('org', key), id('order', key)];
    await sql(
      `insert into recruitment_permission (id, agency_id, province_code, valid, basis) values ($1, $2, $3, '[2020-01-01,)', 'CV')`,
      [id('permission', key), org, province],
    );
    await sql(
      `insert into agency_branch (id, agency_id, name, address, province_code, valid, basis) values ($1, $2, 'CN', 'Đ', $3, '[2020-01-01,)', 'QĐ')`,
      [id('branch', key), org, province],
    );
    await sql(`insert into agency_update (id, agency_id, updated_on) values ($1, $2, '2026-10-01')`, [id('update', key), org]);
    await sql(`insert into foreign_partner (id, agency_id, name, market) values ($1, $2, 'Sakura', 'JP')`, [id('partner', key), org]);
    await sql(
      `insert into supply_contract (id, agency_id, partner_id, number, market, occupation, employer, quota, signed_on, state, registered_on) values ($1, $2, $3, '1', 'JP', 'X', 'Y', 50, '2026-01-01', 'registered', '2026-01-01')`,
      [id('supply', key), org, id('partner', key)],
    );
    const terms = {
      title: 'Chế biến',
      market: 'JP',
      legalForm: 'SERVICE',
      contractId: id('supply', key),
      occupation: 'X',
      employer: 'Y',
      places: 20,
    };
    await sql(
      `insert into job_order (id, code, agency_id, province_code, contract_id, market, title, places, terms, state, approved_version) values ($1, $2, $3, $4, $5, 'JP', 'Chế biến', 20, $6, 'approved', 1)`,
      [order, `DH${key}`, org, province, id('supply', key), JSON.stringify(terms)],
    );
    await sql(`insert into job_order_version (order_id, version, terms, state) values ($1, 1, $2, 'approved')`, [
      order,
      JSON.stringify(terms),
    ]);
    await sql(`insert into webhook_endpoint (id, organisation_id, url, secret_cipher) values ($1, $2, 'https://example.vn/', '\\x00')`, [
      id('webhook', key),
      org,
    ]);
    await sql(`insert into webhook_message (id, endpoint_id, kind, body) values ($1, $2, 'PING', '{}')`, [
      id('message', key),
      id('webhook', key),
    ]);
    await sql(`insert into selection_round (id, order_id, name, held_on) values ($1, $2, 'Đợt 1', '2026-11-01')`, [
      id('round', key),
      order,
    ]);
  }
}

/** What one person wishes, a talk about it, an offer to the agency of the province's order, and who accompanies the case. */
export async function insertWishes(
  sql: TestDatabase['sql'],
  id: (kind: string, n: string | number) => string,
  { n, caseId, province, canary, officer }: { n: number; caseId: string; province: string; canary: string; officer: string },
): Promise<void> {
  const key = province === '12' ? 'A' : 'B';
  await sql(`insert into demand (case_id, markets, source, note) values ($1, '{JP}', 'COMMUNE', $2)`, [caseId, `muốn ${canary}`]);
  await sql(
    `insert into counselling (id, case_id, held_on, channel, outcome, note) values ($1, $2, '2026-11-01', 'MEETING', 'AGREED', $3)`,
    [id('counselling', n), caseId, `tư vấn ${canary}`],
  );
  await sql(`insert into order_proposal (id, order_id, case_id, agency_id, profile) values ($1, $2, $3, $4, '{}')`, [
    id('order-proposal', n),
    id('order', key),
    caseId,
    id('org', key),
  ]);
  await sql(`insert into case_officer (id, case_id, account_id) values ($1, $2, $3)`, [id('officer', n), caseId, id('account', officer)]);
}
