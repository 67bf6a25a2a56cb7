import ExcelJS from 'exceljs';
import sharp from 'sharp';
import { Journey } from '../support/journey';
import { openOffice, type Office } from '../support/office';

/** Money in the browser: the centre refers people, the bank clears what its statement left open, an agency and the worker's side close a contract. */
describe('money around a case', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('the centre refers twenty people to the bank in a few clicks, and the bank sees them', async () => {
    const people = await office.db.sql<{ id: string }>(
      `select c.id from case_file c where c.province_code = '12' and c.stage in ('REGISTERED', 'COUNSELLED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED')
         and not exists (select from loan l where l.case_id = c.id) order by c.id limit 20`,
    );
    await office.db.sql(
      `insert into worker_priority_group (worker_id, code) select worker_id, 'POOR' from case_file where id = any ($1::uuid[]) on conflict do nothing`,
      [people.map(({ id }) => id)],
    );
    await office.db.sql(`update case_file set market = 'QA' where id = any ($1::uuid[])`, [people.map(({ id }) => id)]);
    const { page } = await office.enter('trungtam', { path: '/lao-dong?market=QA' });
    await page.waitForSelector('[role=row] [aria-label^="Chọn"]');
    const journey = new Journey(page, { task: 'centre-8', what: 'refer twenty people to the policy bank', clicks: 4 });
    await journey.click('[aria-label="Chọn mọi hồ sơ đang thấy"]');
    await page.waitForSelector('.selection-bar');
    await journey.click('.selection-bar >> text=Giới thiệu vay vốn');
    await page.waitForSelector('dialog[open]');
    await journey.click('dialog[open] button[type=submit]');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    expect(journey.done()).toMatchObject({ inside: true });
    const [sent] = await office.db.sql<{ n: number }>(
      `select count(*)::int as n from loan where state = 'DRAFT' and case_id = any ($1::uuid[])`,
      [people.map(({ id }) => id)],
    );
    expect(sent).toEqual({ n: people.length });
    await page.context().close();
    const bank = await office.enter('nganhang', { path: '/von-vay' });
    await bank.page.waitForSelector('.plain-table tbody tr');
    expect(await bank.page.locator('.plain-table tbody tr').count()).toBeGreaterThanOrEqual(people.length);
    expect(bank.faults).toEqual([]);
    await bank.page.context().close();
  });

  it('the bank uploads its statement and clears three lines that did not fit', async () => {
    const { page, faults } = await office.enter('nganhang', { path: '/nop-sao-ke' });
    await page.waitForSelector('.page-deeds button');
    await page.setInputFiles('input[type=file]', { name: 'sao-ke.xlsx', mimeType: 'application/octet-stream', buffer: await statement() });
    await page.waitForSelector('[role=status] a');
    const journey = new Journey(page, { task: 'bank-5', what: 'clear three unmatched lines', clicks: 6 });
    await journey.click('[role=status] a');
    await page.waitForSelector('.bank-line');
    expect(await page.locator('.bank-line').count()).toBe(3);
    await journey.click('.bank-line >> nth=0 >> .suggestion button');
    await page.waitForFunction(() => document.querySelectorAll('.bank-line').length === 2);
    for (const left of [1, 0]) {
      await journey.type('Không thuộc phòng giao dịch', '.bank-line >> nth=0 >> input');
      await journey.click('.bank-line >> nth=0 >> form button[type=submit]');
      await page.waitForFunction((count) => document.querySelectorAll('.bank-line').length === count, left);
    }
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await office.db.sql(`select state, count(*)::int as n from bank_line group by state order by state`)).toEqual([
      { state: 'ignored', n: 2 },
      { state: 'posted', n: 1 },
      { state: 'settled', n: 1 },
    ]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the bank writes a check of how the money was used, and the classes of debt of a year', async () => {
    // A loan that owed something at the end of last year: those of the demonstration came with this year's statement.
    const [last] = await office.db.sql<{ year: number }>(`select extract(year from business_day())::int - 1 as year`);
    await office.db.sql(
      `with lent as (insert into loan (id, bank_id, province_code, loan_no, product, state, rule_date, principal)
         select gen_random_uuid(), bank_id, province_code, 'CU-0001', 'OVERSEAS_COST', 'ACTIVE', '2025-01-01', 5000000 from loan limit 1 returning id, bank_id)
       insert into loan_entry (loan_id, bank_id, kind, effective_on, request_id, principal, opening)
       select id, bank_id, 'OPENING', make_date($1, 12, 31), 'journey', 5000000, -5000000 from lent`,
      [last!.year],
    );
    const { page, faults } = await office.enter('nganhang', { path: '/kiem-tra-von' });
    await page.waitForSelector('.plain-table tbody tr');
    const name = (await page.textContent('.plain-table tbody tr >> nth=0 >> th'))!;
    const check = new Journey(page, { task: 'bank-6', what: 'record that the money was used as promised', clicks: 2 });
    await check.click('.plain-table tbody tr >> nth=0 >> button');
    await check.click('dialog[open] .form-deeds .main-button');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    expect(check.done()).toMatchObject({ inside: true });
    await page.waitForFunction((first) => document.querySelector('.plain-table tbody tr th')?.textContent !== first, name);
    const year = new Journey(page, {
      task: 'bank-7',
      what: 'write the classes of debt of 31 December and take the table along',
      clicks: 3,
    });
    await year.click('nav >> text=Phân loại nợ');
    await year.click('.form-deeds .main-button');
    await page.waitForSelector('.figure-row');
    const [download] = await Promise.all([page.waitForEvent('download'), year.click('.page-deeds button >> nth=0')]);
    expect(download.suggestedFilename()).toBe(`phan-loai-no-${last!.year}.xlsx`);
    expect(year.done()).toMatchObject({ inside: true });
    const [total] = await office.db.sql<{ n: number; owed: number }>(
      `select count(*)::int as n, sum(principal)::bigint as owed from loan_classification where year = $1`,
      [last!.year],
    );
    const sum = (await page.textContent('.figure-row >> nth=3'))!.replace(/[^0-9]/g, '');
    expect(sum).toContain(`${total!.n}${total!.owed}`);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1000);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the bank gives an escrow back and hands another to the budget, each in its own ledger', async () => {
    const people = await office.db.sql<{ id: string; name: string }>(
      `select c.id, w.full_name as name from case_file c join worker w on w.id = c.worker_id join loan l on l.case_id = c.id
        where c.stage = 'ABROAD' and c.bank_id is not null and c.contract_signed_on is not null
          and not exists (select from escrow e where e.case_id = c.id) and (select count(*) from worker o where o.full_name = w.full_name) = 1
        order by c.id limit 2`,
    );
    await office.db.sql(
      `with kept as (
         insert into escrow (id, case_id, kind, amount, signed_on, state, balance, bank_id)
         select gen_random_uuid(), c.id, 'EPS', 100000000, c.contract_signed_on, 'PAID', 100000000, c.bank_id from case_file c where c.id = any ($1::uuid[]) returning id)
       insert into escrow_entry (escrow_id, kind, deed, effective_on, held, cash, reference, request_id)
       select id, 'EPS', 'DEPOSIT', '2024-01-01', 100000000, -100000000, 'KQ', 'journey' from kept`,
      [people.map(({ id }) => id)],
    );
    const [back, lost] = people as [{ id: string; name: string }, { id: string; name: string }];
    await office.db.sql(`update case_file set stage = case when id = $1 then 'RETURNED' else 'ABSCONDED' end where id in ($1, $2)`, [
      back.id,
      lost.id,
    ]);
    const { page, faults } = await office.enter('nganhang', { path: '/ky-quy' });
    await page.waitForSelector('.plain-table tbody tr');
    const journey = new Journey(page, { task: 'bank-8', what: 'give an escrow back, hand another to the budget', clicks: 4 });
    for (const [{ name }, deed] of [
      [back, 'Ghi trả lại'],
      [lost, 'Ghi nộp ngân sách'],
    ] as const) {
      await journey.click(`button[aria-label="${deed}: ${name}"]`);
      expect(await page.getByLabel('Số tiền (đồng)').inputValue()).toBe('100.000.000');
      await page.getByLabel('Số chứng từ').fill(`UNC ${deed}`);
      await journey.click('dialog .form-deeds .main-button');
      await page.waitForSelector('dialog[open]', { state: 'detached' });
      await page.waitForSelector(`button[aria-label="${deed}: ${name}"]`, { state: 'detached' });
    }
    expect(journey.done()).toMatchObject({ inside: true });
    expect(
      await office.db.sql(`select state, balance from escrow where kind = 'EPS' and case_id = any ($1::uuid[]) order by state`, [
        people.map(({ id }) => id),
      ]),
    ).toEqual([
      { state: 'FORFEITED', balance: 0 },
      { state: 'RETURNED', balance: 0 },
    ]);
    await office.db.sql(`update case_file set stage = 'ABROAD' where id = any ($1::uuid[])`, [people.map(({ id }) => id)]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the centre records an early return, and what is owed has its day', async () => {
    const [one] = await office.db.sql<{ id: string; name: string }>(
      `select c.id, w.full_name as name from case_file c join worker w on w.id = c.worker_id
        where c.province_code = '12' and c.stage = 'ABROAD' and c.agency_id is not null and c.contract_end > '2027-03-01' and c.departed_on < '2026-10-01'
          and (select count(*) from worker o where o.full_name = w.full_name) = 1 order by c.id limit 1`,
    );
    const { page, faults } = await office.enter('trungtam', { path: `/ho-so/${one!.id}` });
    await page.waitForSelector('.case-head');
    const journey = new Journey(page, { task: 'centre-12', what: 'record an early return, see what is owed and until when', clicks: 6 });
    await journey.click('.page-deeds >> text=Ghi việc đã xảy ra');
    await page.selectOption('dialog select >> nth=0', 'RETURNED');
    await page.fill('dialog .field-day', '20/11/2026');
    await page.getByLabel('Hình thức về nước').selectOption('EARLY');
    await page.getByLabel('Lý do').first().fill('Chủ sử dụng thu hẹp sản xuất');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
    await journey.click('nav >> text=Thanh lý');
    await journey.click(`tr >> text=${one!.name}`);
    await page.waitForSelector('dialog[open] h3');
    // 180 days after the end of the contract.
    expect(await page.textContent('dialog[open]')).toContain('19/05/2027');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the centre sees and writes every đồng of a case on its page', async () => {
    const [one] = await office.db.sql<{ id: string; signed: string }>(
      `select id, contract_signed_on::text as signed from case_file where stage = 'RETURNED' and return_type = 'EARLY' and returned_on = '2026-11-20'
         and agency_id is not null and contract_start is not null order by id limit 1`,
    );
    const { page, faults } = await office.enter('trungtam', { path: `/ho-so/${one!.id}?muc=tien` });
    await page.click('text=Ghi biên lai');
    await page.getByLabel('Khoản thu').selectOption('SERVICE_FEE');
    await page.getByLabel('Số tiền (đồng)').fill('42.000.000');
    await page.getByLabel('Ngày thu').fill('01/03/2022');
    await page.getByLabel('Số biên lai').fill('BL-77');
    await page.click('dialog .form-deeds .main-button');
    // Long before the contract: recorded, and flagged with the article.
    await page.waitForSelector('.money-cards .tone-urgent:has-text("Điều 23")');
    await page.click('text=Lập khoản hoàn trả');
    await page.getByLabel('Do ai').selectOption('EMPLOYER');
    await page.click('dialog .form-deeds .main-button');
    await page.click('summary:has-text("Cách tính")');
    const working = (await page.textContent('.refund-working'))!;
    for (const words of ['BL-77', '42.000.000', 'ngày chưa làm', 'Điều 23', 'cần cơ quan xác nhận']) expect(working).toContain(words);
    const [owed] = await office.db.sql<{ principal: number }>(`select principal from refund where case_id = $1 and withdrawn_at is null`, [
      one!.id,
    ]);
    expect(working.replace(/\D/g, '')).toContain(String(owed!.principal));
    await page.click('text=Ghi ký quỹ');
    await page.getByLabel('Số tiền (đồng)').fill('5000000');
    await page.getByLabel('Số chứng từ').fill('KQ-77');
    await page.click('dialog .form-deeds .main-button');
    await page.waitForSelector('text=Theo hồ sơ: phải trả lại cả gốc và lãi');
    await page.click('text=Có được vay không?');
    await page.getByLabel('Chi phí theo hợp đồng').fill('165000000');
    await page.waitForSelector('dialog td:has-text("165.000.000")');
    expect(await page.textContent('dialog')).toContain('Chưa được vay');
    // What the budget supports is held to its ceiling, and every rule the sheet rests on is named.
    await page.click('dialog summary:has-text("Ngân sách hỗ trợ")');
    await page.getByLabel('Giáo dục định hướng (trần 530.000 đ)').fill('600000');
    await page.getByLabel('Tiền ăn trong thời gian học (trần 50.000 đ)').fill('4200000');
    await page.getByLabel('Tiền ăn trong thời gian học: số ngày').fill('60');
    await page.waitForSelector('dialog td:has-text("3.000.000")');
    const paper = (await page.textContent('dialog'))!;
    // 165,000,000 less 530,000 and 3,000,000.
    for (const words of ['530.000', '161.470.000', 'Nghị định 338/2025', 'Quyết định 24/2021', 'Lãi suất hộ nghèo làm gốc'])
      expect(paper).toContain(words);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1000);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the bank takes the wrong statement back with its reason, the line settled by hand with it', async () => {
    const { page, faults } = await office.enter('nganhang', { path: '/nop-sao-ke' });
    const row = page.locator('tr', { hasText: 'sao-ke.xlsx' });
    await row.locator('summary').click();
    await row.locator('input').fill('Ngân hàng gửi nhầm tháng');
    await row.locator('button[type=submit]').click();
    await row.locator('text=Đã thu hồi').waitFor();
    expect(
      await office.db.sql(
        `select coalesce(sum(e.principal + e.overdue_principal), 0)::int as principal, coalesce(sum(e.cash), 0)::int as cash from loan_entry e join loan l on l.id = e.loan_id where l.loan_no = '99120000001'`,
      ),
    ).toEqual([{ principal: 0, cash: 0 }]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the centre claims a cost on the page of the case, and the department approves all that wait from one source', async () => {
    const [one] = await office.db.sql<{ id: string }>(
      `select s.case_id as id from support_claim s where s.state = 'PENDING' and not exists (select from support_claim_paper p where p.claim_id = s.id)
          and not exists (select from support_claim o where o.case_id = s.case_id and o.item = 'HEALTH_EXAM')
        order by s.no limit 1`,
    );
    const picture = { name: 'bien-lai.jpg', mimeType: 'image/jpeg' };
    const receipt = (background: string) =>
      sharp({ create: { width: 600, height: 800, channels: 3, background } })
        .jpeg()
        .toBuffer();
    const { page, faults } = await office.enter('trungtam', { path: `/ho-so/${one!.id}?muc=tien` });
    await page.waitForSelector('[aria-labelledby=support-title] .plain-list');
    const claiming = new Journey(page, { task: 'centre-15', what: 'claim a cost from the programmes', clicks: 2 });
    await claiming.click('#support-title + button');
    await page.getByLabel('Khoản', { exact: true }).selectOption('HEALTH_EXAM');
    await claiming.type('750.001', 'dialog .form-side input >> nth=0');
    await page.getByLabel('Ngày trên chứng từ').fill('01/10/2026');
    await page.getByLabel('Số chứng từ').fill('KSK-77');
    await page.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog [role=alert]:has-text("338/2025")');
    await claiming.type('690.000', 'dialog .form-side input >> nth=0');
    await page.setInputFiles('dialog input[type=file]', { ...picture, buffer: await receipt('#fff') });
    await page.waitForSelector('dialog .scan-choice input:checked');
    await claiming.click('dialog .form-deeds .main-button');
    const claimed = page.locator('[aria-labelledby=support-title] li', { hasText: 'KSK-77' });
    await claimed.locator('.chip:has-text("Chờ duyệt")').waitFor();
    expect(claiming.done()).toMatchObject({ inside: true });
    const [scan] = await Promise.all([page.waitForEvent('download'), claimed.locator('.scan').click()]);
    expect(scan.suggestedFilename()).toBe('receipt.jpg');

    // A claim made by the number of its receipt alone says so until a scan of the case is tied to it.
    const bare = '[aria-labelledby=support-title] li:has-text("Chưa có bản chụp"):has-text("Chờ duyệt") >> nth=0';
    const proving = new Journey(page, { task: 'centre-16', what: 'tie the scan of a receipt to its claim', clicks: 3 });
    const before = await page.locator('[aria-labelledby=support-title] .scan').count();
    await proving.click(`${bare} >> button:has-text("Gắn bản chụp")`);
    await proving.click('dialog[open] .scan-choice input[type=checkbox] >> nth=0');
    await proving.click('dialog[open] .form-deeds .main-button');
    await page.waitForFunction((n) => document.querySelectorAll('[aria-labelledby=support-title] .scan').length === n, before + 1);
    expect(proving.done()).toMatchObject({ inside: true });
    expect(faults).toEqual([]);
    await page.context().close();

    const department = await office.enter('sonoivu', { path: '/ho-tro' });
    const row = department.page.locator('.demand-table tbody tr', { hasText: 'KSK-77' });
    await row.locator('.scan').waitFor();
    expect(await department.page.locator('.demand-table tbody tr:has-text("Chưa có bản chụp")').count()).toBeGreaterThan(0);
    const approving = new Journey(department.page, { task: 'department-3', what: 'approve every claim that waits', clicks: 2 });
    await approving.click('[aria-label="Chọn mọi đề nghị đang thấy"]');
    await department.page.waitForSelector('.support-bar :text("đề nghị chưa có bản chụp")');
    await approving.click('.support-bar .main-button');
    await department.page.waitForSelector('.list-empty:has-text("Không có đề nghị nào chờ duyệt")');
    expect(approving.done()).toMatchObject({ inside: true });
    expect(await office.db.sql(`select count(*)::int as n from support_claim where state = 'PENDING'`)).toEqual([{ n: 0 }]);
    expect(department.faults).toEqual([]);
    await department.page.context().close();
  });

  it('an agency closes a contract, and the side of the worker confirms', async () => {
    const [one] = await office.db.sql<{ id: string; name: string; login: string }>(
      `select c.id, w.full_name as name, a.login from case_file c join worker w on w.id = c.worker_id join account a on a.organisation_id = c.agency_id
        where c.stage = 'RETURNED' and c.agency_id is not null and not exists (select from refund r where r.case_id = c.id)
          and not exists (select from escrow e where e.case_id = c.id and e.balance > 0) order by c.id limit 1`,
    );
    const agency = await office.enter(one!.login, { path: `/thanh-ly?hs=${one!.id}` });
    await agency.page.click('dialog[open] >> text=Lập thanh lý');
    await agency.page.waitForSelector('dialog[open] >> text=Doanh nghiệp đã lập, chờ người lao động');
    expect(agency.faults).toEqual([]);
    await agency.page.context().close();
    const { page, faults } = await office.enter('trungtam', { path: `/thanh-ly?hs=${one!.id}` });
    await page.waitForSelector('dialog[open]');
    const journey = new Journey(page, { task: 'agency-12', what: 'confirm a liquidation', clicks: 1 });
    await journey.click('dialog[open] >> text=Xác nhận thanh lý');
    await page.waitForSelector('dialog[open] >> text=Đã thanh lý');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await office.db.sql(`select state from liquidation where case_id = $1`, [one!.id])).toEqual([{ state: 'CLOSED' }]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

/** One loan and four movements: one fits, one is over the provisional amount, two belong to loans nobody knows. */
async function statement(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const moves = book.addWorksheet('Sao kê');
  moves.addRow(['Từ ngày 01/10/2026 đến ngày 31/10/2026']);
  moves.addRow([
    'STT',
    'Ngày GD',
    'Số chứng từ',
    'Mã món vay',
    'Họ tên khách hàng',
    'Số CCCD/CMND',
    'Nội dung',
    'Giải ngân (đồng)',
    'Thu nợ, thu lãi (đồng)',
    'Dư nợ gốc sau GD',
  ]);
  moves.addRow([1, '05/10/2026', 'BK10-1', '99120000001', 'LO VAN THU', '012090999999', 'Thu lãi tháng 10', null, 325_479, 60_000_000]);
  moves.addRow([2, '20/10/2026', 'BK10-2', '99120000001', 'LO VAN THU', '012090999999', 'Thu lãi', null, 5_000_000, 60_000_000]);
  moves.addRow([3, '20/10/2026', 'BK10-3', '99129999998', 'VANG A THU', '012090999998', 'Thu nợ', null, 2_000_000, null]);
  moves.addRow([4, '21/10/2026', 'BK10-4', '99129999997', 'SUNG A THU', '012090999997', 'Thu lãi', null, 300_000, null]);
  const loans = book.addWorksheet('Dư nợ');
  loans.addRow([
    'TT',
    'Mã món vay',
    'Họ tên khách hàng',
    'Số CCCD/CMND',
    'Số tiền phê duyệt',
    'Đã giải ngân',
    'Lãi suất (%/năm)',
    'LS quá hạn (%/năm)',
    'Ngày giải ngân lần đầu',
    'Thời hạn (tháng)',
    'Kỳ trả gốc (tháng)',
    'Đã thu lãi đến',
    'Dư nợ 30/9/2026',
    'Dư nợ 31/10/2026',
  ]);
  loans.addRow([
    1,
    '99120000001',
    'LO VAN THU',
    '012090999999',
    60_000_000,
    60_000_000,
    6.6,
    8.58,
    '05/06/2026',
    36,
    12,
    '05/09/2026',
    60_000_000,
    60_000_000,
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
