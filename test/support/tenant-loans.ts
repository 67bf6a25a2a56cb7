import { id } from './tenant-ids';
import type { TestDatabase } from './test-database';

/** A loan of the province's bank office with one posting, one event and a place in a statement; every second borrower lets others know. */
export async function insertLoan(sql: TestDatabase['sql'], n: number, caseId: string, province: string): Promise<void> {
  const [loan, bank, batch] = [id('loan', n), id('org', `NH-${province}`), id('statement', n)];
  await sql(
    `insert into loan (id, bank_id, province_code, case_id, loan_no, product, state, rule_date, approved, rate_ppm, overdue_rate_ppm, term_months, every_months, disbursed, principal)
     values ($1, $2, $3, $4, $5, 'OVERSEAS_COST', 'ACTIVE', '2025-10-01', 60000000, 66000, 85800, 36, 6, 60000000, 60000000)`,
    [loan, bank, province, caseId, `L${n}`],
  );
  await sql(
    `insert into loan_instalment (loan_id, no, due_on, planned_on, principal) values ($1, 1, '2026-10-01', '2026-10-01', 60000000)`,
    [loan],
  );
  const [entry] = await sql<{ id: number }>(
    `insert into loan_entry (loan_id, bank_id, kind, effective_on, request_id, reference, principal, cash) values ($1, $2, 'DISBURSEMENT', '2025-10-01', 'fixture', $3, 60000000, -60000000) returning id`,
    [loan, bank, `REF${n}`],
  );
  await sql(
    `insert into loan_event (loan_id, request_id, kind, effective_on, state_after) values ($1, 'fixture', 'APPROVE', '2025-09-20', 'APPROVED')`,
    [loan],
  );
  await sql(
    `insert into loan_standing (loan_id, case_id, state, next_due_on, owing, shared_on) values ($1, $2, 'ACTIVE', '2026-10-01', true, $3)`,
    [loan, caseId, n % 2 ? null : '2026-01-01'],
  );
  await sql(
    `insert into loan_classification (loan_id, year, class, principal, overdue_principal) values ($1, 2025, 'CURRENT', 60000000, 0)`,
    [loan],
  );
  await sql(
    `insert into bank_statement (batch_id, bank_id, province_code, month, sha256, file_name, lines_out, lines_in) values ($1, $2, $3, '2026-10-01', decode(md5($4), 'hex'), 'sao-ke.xlsx', 0, 0)`,
    [batch, bank, province, String(n)],
  );
  await sql(`insert into bank_balance (batch_id, loan_id, row_number, opening, moved, closing) values ($1, $2, 5, 0, 60000000, 60000000)`, [
    batch,
    loan,
  ]);
  await sql(
    `insert into bank_line (batch_id, bank_id, province_code, sheet, row_number, booked_on, reference, loan_no, kind, amount, outcome, loan_id, entry_id, state)
     values ($1, $2, $3, 'S', 8, '2025-10-01', $4, $5, 'INTEREST', 100000, 'UNMATCHED', $6, $7, 'open')`,
    [batch, bank, province, `LINE${n}`, `L${n}`, loan, entry!.id],
  );
  await sql(`insert into case_clock (case_id, family, target_date, running) values ($1, 'INSTALMENT', '2026-10-01', false)`, [caseId]);
  await sql(`insert into loan_month_event (bank_id, province_code, month, kind, request_id) values ($1, $2, '2025-01-01', 'CLOSED', $3)`, [
    bank,
    province,
    `fixture-${n}`,
  ]);
}

/** Money around the contract: a receipt, both escrows, a refund with a payment, a liquidation with a letter; a fee sheet of the agency. */
export async function insertSettlement(
  sql: TestDatabase['sql'],
  n: number,
  caseId: string,
  agencyId: string | null,
  province: string,
): Promise<void> {
  await sql(
    `insert into fee_receipt (case_id, item, amount, paid_on, receipt_no, request_id) values ($1, 'SERVICE_FEE', 1000000, '2023-10-05', $2, 'fixture')`,
    [caseId, `BL${n}`],
  );
  for (const kind of ['EPS', 'AGENCY']) {
    const escrow = id(`escrow ${kind}`, n);
    await sql(
      // Every fourth person's escrow with the agency lies with the bank that follows the case; of one whom no bank follows the bank of the province holds it.
      `insert into escrow (id, case_id, kind, amount, signed_on, state, balance, bank_id)
       select $1, c.id, $3, 100, '2023-10-01', 'PAID', 100,
         case when $3 = 'EPS' or $4 % 4 = 0 then coalesce(c.bank_id, case when $4 % 24 = 20 then $5::uuid end) end from case_file c where c.id = $2`,
      [escrow, caseId, kind, n, id('org', `NH-${province}`)],
    );
    await sql(
      `insert into escrow_entry (escrow_id, kind, deed, effective_on, held, cash, reference, request_id) values ($1, $2, 'DEPOSIT', '2023-10-05', 100, -100, 'KQ', 'fixture')`,
      [escrow, kind],
    );
  }
  await sql(
    `insert into refund (id, case_id, kind, principal, interest, paid, due_by, detail, request_id) values ($1, $2, 'NOT_SENT', 1000000, 0, 100, '2026-12-01', '{}', 'fixture')`,
    [id('refund', n), caseId],
  );
  await sql(`insert into refund_payment (refund_id, amount, paid_on, proof, request_id) values ($1, 100, '2026-11-01', 'UNC', 'fixture')`, [
    id('refund', n),
  ]);
  await sql(`insert into liquidation (case_id, state, ended_on, due_by) values ($1, 'OPEN', '2026-10-01', '2027-03-30')`, [caseId]);
  await sql(
    `insert into liquidation_event (case_id, deed, effective_on, state_after, request_id) values ($1, 'SEND_LETTER', '2026-10-10', 'OPEN', 'fixture')`,
    [caseId],
  );
  if (agencyId)
    await sql(
      `insert into fee_sheet (id, agency_id, market, occupation, valid_from, months, monthly_wage, lines, worker_pays, request_id) values ($1, $2, 'JP', 'Cơ khí', '2026-01-01', 36, 22000000, '[]', 0, $3)`,
      [id('fee-sheet', n), agencyId, `fixture-${n}`],
    );
}

/** Support of the programmes: a source of the province with money allotted, a claim of the person with a scan of its receipt; every twelfth is approved. */
export async function insertSupport(sql: TestDatabase['sql'], n: number, caseId: string, province: string): Promise<void> {
  const [fund, claim] = [id('support-fund', province), id('support-claim', n)];
  const [fresh] = await sql(
    `insert into support_fund (id, province_code, programme, year, budget_line, title, free) values ($1, $2, 'NATIONAL', 2026, 'TDA3', 'Chương trình', 100000000)
     on conflict do nothing returning id`,
    [fund, province],
  );
  if (fresh)
    await sql(
      `insert into support_entry (fund_id, deed, effective_on, budget, free, request_id) values ($1, 'ALLOT', '2026-01-05', -100000000, 100000000, 'fixture')`,
      [fund],
    );
  const approved = n % 12 === 10;
  await sql(
    `insert into support_claim (id, case_id, province_code, item, title, units, amount, group_code, spent_on, receipt_no, request_id, state, fund_id)
     values ($1, $2, $3, 'ORIENTATION', 'Định hướng', 1, 530000, 'POOR', '2026-03-01', $4, 'fixture', $5, $6)`,
    [claim, caseId, province, `HT${n}`, approved ? 'APPROVED' : 'PENDING', approved ? fund : null],
  );
  await sql(
    `insert into support_entry (claim_id, deed, effective_on, note, request_id) values ($1, $2, '2026-03-02', 'fixture', 'fixture')`,
    [claim, approved ? 'APPROVE' : 'REFUSE'],
  );
  await sql(`insert into support_claim_paper (claim_id, file_id) values ($1, $2)`, [claim, id('paper-file', n)]);
}
