import { localDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { KeepEscrow, Liquidate, OweRefund, PublishFees, RecordReceipt, TakeMoneyBack } from '@app/settlement';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const day = localDate;

describe('the money around a contract', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  const agency = () => tenants.account('agency-a').actor;
  const commune = () => tenants.account('commune-12001').actor;
  const caseId = id('case', 0);
  let key = 0;
  const requestId = () => `r${++key}`;
  /** Fees are published for days to come: sheets of the past are published in the past. */
  const feesOn = (on: string) => new PublishFees(new TransactionRunner(db.api['dataSource'], on));

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2027-07-30' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`truncate liquidation_event, fee_receipt, refund_payment`).catch(() => undefined);
    await db.sql(`update contract_version set ends_on = '2029-01-04' where case_id = $1`, [caseId]);
    await db.sql(
      `update case_file set legal_form = 'SERVICE', market = 'TW', stage = 'RETURNED', contract_signed_on = '2025-12-15', contract_start = '2026-01-05', contract_end = '2029-01-04', returned_on = '2027-06-30',
          return_type = 'EARLY', facts = '{"guards": {"VISA": {"on": "2025-12-18"}}}' where id = $1`,
      [caseId],
    );
  });
  afterAll(() => db.close());

  it('publishes fees in the open and refuses a line over its ceiling with the rule', async () => {
    const fees = new PublishFees(db.api);
    const sheet = { market: 'TW', occupation: 'Lắp ráp', validFrom: day('2025-01-01'), months: 36, monthlyWage: 22_000_000 };
    const line = (item: string, amount: number, payer = 'WORKER') => ({ item, payer, amount }) as never;
    const publish = (...lines: never[]) => feesOn('2025-01-01').run(agency(), { ...sheet, lines, requestId: requestId() });
    const today = (validFrom: string) =>
      fees.run(agency(), { ...sheet, validFrom: day(validFrom), lines: [line('VISA', 1)], requestId: requestId() });
    await expect(today('2027-07-29')).rejects.toMatchObject({ code: 'FEES_BACKDATED' });
    await expect(publish(line('SERVICE_FEE', 66_000_001))).rejects.toMatchObject({
      code: 'FEE_OVER_CAP',
      details: { cap: 66_000_000, basis: expect.stringContaining('69/2020') },
    });
    await expect(publish(line('SERVICE_FEE', 66_000_000), line('SERVICE_FEE', 1))).rejects.toMatchObject({ code: 'FEE_OVER_CAP' });
    await expect(publish(line('ESCROW', 12_000_000), line('ESCROW', 1))).rejects.toMatchObject({ code: 'ESCROW_OVER_CAP' });
    await expect(publish(line('ESCROW', 12_000_001))).rejects.toMatchObject({ code: 'ESCROW_OVER_CAP', details: { cap: 12_000_000 } });
    await expect(publish(line('BROKERAGE', 1))).rejects.toMatchObject({
      code: 'NEVER_FROM_WORKER',
      message: expect.stringContaining('Điều 7'),
    });
    await expect(publish(line('SELECTION', 1))).rejects.toMatchObject({ message: expect.stringContaining('283/2026') });
    expect(await publish(line('SERVICE_FEE', 66_000_000), line('ESCROW', 12_000_000), line('BROKERAGE', 5, 'AGENCY'))).toMatchObject({
      workerPays: 78_000_000,
    });
    expect(await fees.newest('TW')).toMatchObject([{ agencyName: 'Công ty A', workerPays: 78_000_000 }]);
    const licence = (state: string) =>
      db.sql(`update agency_licence set state = $2 where organisation_id = $1`, [agency().organisationId, state]);
    await licence('withdrawn');
    expect(await fees.newest('TW')).toEqual([]);
    await licence('valid');
  });

  it('records what was taken and names the article where it was taken too early or without right', async () => {
    const receipts = new RecordReceipt(db.api);
    const take = (item: string, amount: number, paidOn: string) =>
      receipts.run(agency(), caseId, { item: item as never, amount, paidOn: day(paidOn), receiptNo: `BL-${key}`, requestId: requestId() });
    expect(await take('SERVICE_FEE', 65_000_000, '2025-12-20')).toEqual({ faults: [], article: null });
    expect(await take('ESCROW', 1, '2025-12-16')).toMatchObject({ faults: ['TOO_EARLY'], article: expect.stringContaining('Điều 25') });
    expect(await take('SELECTION', 5, '2025-12-20')).toMatchObject({
      faults: ['NEVER_ALLOWED'],
      article: expect.stringContaining('Điều 49'),
    });
    const over = await take('SERVICE_FEE', 1_000_000, '2025-12-21');
    expect(over).toMatchObject({ faults: ['OVER_CAP'], article: expect.stringContaining('Điều 49 khoản 8') });
    await expect(take('TRAINING', 1, '2027-08-01')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
  });

  it('holds the fee of an extension to half a month for 12 months, apart from the fee of the contract', async () => {
    const works = (occupation: string) =>
      db.sql(`update contract_version set occupation = $2 where case_id = $1 and kind <> 'extension'`, [caseId, occupation]);
    await works('Lắp ráp');
    await db.sql(
      `insert into contract_version (id, case_id, kind, signed_on, ends_on) values ($1, $2, 'extension', '2027-06-01', '2030-01-04')`,
      [id('contract', 901), caseId],
    );
    const take = (amount: number) =>
      new RecordReceipt(db.api).run(agency(), caseId, {
        item: 'SERVICE_FEE',
        amount,
        paidOn: day('2027-06-02'),
        receiptNo: `GH-${key}`,
        requestId: requestId(),
      });
    // The contract's own 66,000,000 were taken; a year more of 22,000,000 a month is 11,000,000 at the most.
    expect(await take(11_000_000)).toMatchObject({ faults: [] });
    expect(await take(1)).toMatchObject({ faults: ['OVER_CAP'], article: expect.stringContaining('Điều 49 khoản 8') });
    await db.sql(`update contract_version set voided_at = now() where id = $1`, [id('contract', 901)]);
    await db.sql(
      `alter table fee_receipt disable trigger all; delete from fee_receipt where receipt_no like 'GH-%'; alter table fee_receipt enable trigger all`,
    );
  });

  it('holds a receipt against the sheet of the occupation, in force when the contract was signed', async () => {
    const sheet = { market: 'TW', months: 36, monthlyWage: 22_000_000 };
    const publish = (occupation: string, validFrom: string, ...amounts: number[]) =>
      feesOn(validFrom).run(agency(), {
        ...sheet,
        occupation,
        validFrom: day(validFrom),
        lines: amounts.map((amount) => ({ item: 'TRAINING', payer: 'WORKER', amount })) as never,
        requestId: requestId(),
      });
    await publish('Hộ lý', '2025-02-01', 900_000);
    await publish('Điều dưỡng', '2025-02-01', 2_000_000, 1_000_000);
    await publish('Hộ lý', '2026-06-01', 9_000_000);
    const take = (amount: number) =>
      new RecordReceipt(db.api).run(agency(), caseId, {
        item: 'TRAINING',
        amount,
        paidOn: day('2026-07-01'),
        receiptNo: `DT-${key}`,
        requestId: requestId(),
      });
    const works = (occupation: string) => db.sql(`update contract_version set occupation = $2 where case_id = $1`, [caseId, occupation]);
    await works('hộ lý');
    expect(await take(900_001)).toMatchObject({ faults: ['OVER_CAP'] });
    await works('Điều dưỡng');
    expect(await take(2_099_999)).toMatchObject({ faults: [] });
    await works('Lái xe');
    expect(await take(50_000_000)).toMatchObject({ faults: [] });
  });

  it('holds work with a fee of its own to it, by the annexes until 29 June 2026 and from 30 June, and a case to what asks least', async () => {
    const sheet = { market: 'TW', occupation: 'Chăm sóc người bệnh', job: 'TW_CARE_INSTITUTION', months: 36, monthlyWage: 22_000_000 };
    const publish = (on: string, amount: number, over: object = {}) =>
      feesOn(on).run(agency(), {
        ...sheet,
        validFrom: day(on),
        lines: [{ item: 'SERVICE_FEE', payer: 'WORKER', amount }],
        requestId: requestId(),
        ...over,
      });
    for (const [on, basis, certain, general] of [
      ['2026-06-29', /02\/2024/, true, /khoản 4$/],
      ['2026-06-30', /Thông tư 09\/2026/, false, /09\/2026\/TT-BNV giữ mức chung/],
    ] as const) {
      await expect(publish(on, 44_000_001)).rejects.toMatchObject({
        details: { cap: 44_000_000, basis: expect.stringMatching(basis), certain },
      });
      const { ceilings } = await feesOn(on).ceilings(agency(), { market: 'TW', months: 36, monthlyWage: 22_000_000 });
      expect(ceilings[0]).toMatchObject({ most: 66_000_000, basis: expect.stringMatching(general) });
    }
    await expect(publish('2024-05-14', 1)).rejects.toMatchObject({ code: 'FEE_JOB_UNKNOWN' });
    await expect(publish('2026-06-29', 1, { market: 'KR' })).rejects.toMatchObject({ code: 'FEE_JOB_UNKNOWN' });
    const { id: sheetId } = await publish('2026-06-29', 44_000_000);
    // The new annex asks less: the sheet stands as it was published, each case by its own days.
    await db.sql(
      `update policy_rule set value = (select jsonb_agg(case when j ->> 'code' = $1 then j || '{"perYear": 40, "most": 100}' else j end) from jsonb_array_elements(value) j)
        where key = 'fee.service.jobs' and lower(valid) = '2026-06-30'`,
      [sheet.job],
    );
    expect((await feesOn('2026-07-30').get(agency(), sheetId)).sheet.ceilings[0]).toMatchObject({ most: 44_000_000, certain: true });
    // Signed and gone before, paid after; signed before, not gone; signed on the day of the change.
    for (const [n, signed, gone, paidOn, cap] of [
      [3, '2026-06-29', '2026-06-29', '2026-06-30', 44_000_000],
      [9, '2026-06-29', null, '2026-06-29', 44_000_000],
      [12, '2026-06-29', null, '2026-06-30', 22_000_000],
      [15, '2026-06-30', null, '2026-06-30', 22_000_000],
    ] as const) {
      const carer = id('case', n);
      await db.sql(
        `update case_file set legal_form = 'SERVICE', market = 'TW', contract_signed_on = $2, departed_on = $3, agency_id = $4 where id = $1`,
        [carer, signed, gone, agency().organisationId],
      );
      await db.sql(`update contract_version set occupation = $2 where case_id = $1`, [carer, sheet.occupation]);
      await db.sql(`alter table fee_receipt disable trigger all; delete from fee_receipt where case_id = '${carer}'`);
      const take = (amount: number) =>
        new RecordReceipt(db.api).run(agency(), carer, {
          item: 'SERVICE_FEE',
          amount,
          paidOn: day(paidOn),
          receiptNo: `CS-${key}`,
          requestId: requestId(),
        });
      expect([signed, await take(cap), await take(1)]).toMatchObject([signed, { faults: [] }, { faults: ['OVER_CAP'] }]);
    }
    await db.sql(`alter table fee_receipt enable trigger all`);
  });

  it('takes receipts, refunds and payments back, with one refund a case and the escrow left to its own ledger', async () => {
    const [refunds, receipts, back] = [new OweRefund(db.api), new RecordReceipt(db.api), new TakeMoneyBack(db.api)];
    const other = id('case', 6);
    await db.sql(`update refund set withdrawn_at = now() where case_id = $1`, [other]);
    const take = (item: string, amount: number) =>
      receipts.run(agency(), other, {
        item: item as never,
        amount,
        paidOn: day('2026-01-10'),
        receiptNo: `R-${key}`,
        requestId: requestId(),
      });
    const reverse = (what: string, one: string, reason = 'nhầm') =>
      back.run(agency(), other, { what: what as never, id: one, reason, requestId: requestId() });
    const owe = (kind: string) => refunds.run(agency(), other, { kind: kind as never, fault: 'AGENCY', requestId: requestId() });
    const ends = (stage: string) => db.sql(`update case_file set stage = $2 where id = $1`, [other, stage]);
    await db.sql(
      `alter table fee_receipt disable trigger all; delete from fee_receipt where case_id = '${other}'; alter table fee_receipt enable trigger all`,
    );
    for (const [item, amount] of [
      ['ESCROW', 12_000_000],
      ['TRAINING', 3_000_000],
      ['TRAINING', 5_000_000],
    ] as const)
      await take(item, amount);
    const wrong = (await db.sql<{ id: number }>(`select id from fee_receipt where case_id = $1 and amount = 5000000`, [other]))[0]!;
    await reverse('RECEIPT', String(wrong.id));
    await expect(reverse('RECEIPT', String(wrong.id))).rejects.toMatchObject({ code: 'ENTRY_REVERSED' });
    await expect(reverse('REFUND', id('refund', 0))).rejects.toMatchObject({ code: 'MONEY_UNKNOWN' });
    // The debtor does not choose the reason: a withdrawal would leave it its costs.
    await ends('READY');
    await expect(owe('NOT_SENT')).rejects.toMatchObject({ code: 'REFUND_KIND_DIFFERS' });
    await ends('NOT_SENT');
    await expect(owe('WITHDRAWAL')).rejects.toMatchObject({ code: 'REFUND_KIND_DIFFERS' });
    const [refund] = (await owe('NOT_SENT')).refunds;
    expect(refund).toMatchObject({ principal: 3_000_000, interest: 0 });
    await expect(owe('NOT_SENT')).rejects.toMatchObject({ code: 'REFUND_KNOWN' });
    const training = (await db.sql<{ id: number }>(`select id from fee_receipt where case_id = $1 and amount = 3000000`, [other]))[0]!;
    await expect(reverse('RECEIPT', String(training.id))).rejects.toMatchObject({ code: 'REFUND_STANDS' });
    const pay = (on?: string) =>
      refunds.pay(agency(), refund!.id, { amount: 3_000_000, proof: 'UNC 1', requestId: requestId(), ...(on && { on: day(on) }) });
    await expect(pay('2027-07-31')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    const paid = (await pay()).refunds[0]!;
    expect(paid).toMatchObject({ paid: 3_000_000, payments: [{ on: '2027-07-30', takenBack: false }] });
    await expect(reverse('REFUND', refund!.id)).rejects.toMatchObject({ code: 'REFUND_PAID' });
    await reverse('REFUND_PAYMENT', String(paid.payments[0]!.id));
    expect((await new Liquidate(db.api).get(agency(), other)).refunds).toMatchObject([{ paid: 0, payments: [{ takenBack: true }] }]);
    await reverse('REFUND', refund!.id);
    await ends('WITHDRAWN');
    const [again] = (await refunds.run(agency(), other, { kind: 'WITHDRAWAL', provenCosts: 1_000_000, requestId: requestId() })).refunds;
    expect(again).toMatchObject({ kind: 'WITHDRAWAL', principal: 2_000_000, paid: 0 });
    await reverse('REFUND', again!.id);
    await ends('NOT_SENT');
    // What nobody could help leaves the agency what it spent and can prove.
    const helpless = await refunds.run(agency(), other, {
      kind: 'NOT_SENT',
      fault: 'FORCE_MAJEURE',
      provenCosts: 500_000,
      requestId: requestId(),
    });
    expect(helpless.refunds).toMatchObject([{ principal: 2_500_000, detail: { provenCosts: 500_000, lines: [{ amount: 3_000_000 }] } }]);
    await reverse('REFUND', helpless.refunds[0]!.id);
  });

  it('works a refund out to the đồng, pays it with proof, and closes only when both sides have said so', async () => {
    const refunds = new OweRefund(db.api);
    const liquidate = new Liquidate(db.api);
    await db.sql(`alter table refund_payment disable trigger all; delete from refund_payment; delete from refund`);
    const owe = (fault: string) => refunds.run(agency(), caseId, { kind: 'EARLY_RETURN', fault: fault as never, requestId: requestId() });
    await expect(owe('WORKER')).rejects.toMatchObject({ code: 'OWN_FAULT' });
    const until = (kind: 'EARLY_RETURN' | 'DEATH', lastDay: string) =>
      refunds.run(agency(), caseId, { kind, fault: 'EMPLOYER', lastDay: day(lastDay), requestId: requestId() });
    await expect(until('EARLY_RETURN', '2027-07-31')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    await expect(until('EARLY_RETURN', '2027-07-01')).rejects.toMatchObject({ code: 'LAST_DAY_LATE' });
    const alive = `update case_file set stage = 'RETURNED', facts = facts - 'endedOn', returned_on = '2027-06-30' where id = $1`;
    await db.sql(
      `update case_file set stage = 'DECEASED', returned_on = null, facts = facts || '{"endedOn": "2027-06-30"}' where id = $1`,
      [caseId],
    );
    await expect(until('DEATH', '2027-07-01')).rejects.toMatchObject({ code: 'LAST_DAY_LATE' });
    const [died] = (await refunds.run(agency(), caseId, { kind: 'DEATH', requestId: requestId() })).refunds;
    expect(died).toMatchObject({ kind: 'DEATH', principal: 33_866_788, detail: { lastDay: '2027-06-30', leftUnits: 554 } });
    await new TakeMoneyBack(db.api).run(agency(), caseId, { what: 'REFUND', id: died!.id, reason: 'nhầm', requestId: requestId() });
    await db.sql(alive, [caseId]);
    // Two years more were agreed on 1 June 2027 and paid for: that fee goes back whole, the other over the contract's own 1,096 days.
    await db.sql(
      `insert into contract_version (id, case_id, kind, signed_on, ends_on) values ($1, $2, 'extension', '2027-06-01', '2031-01-04')`,
      [id('contract', 900), caseId],
    );
    await db.sql(
      `insert into fee_receipt (case_id, item, amount, paid_on, receipt_no, request_id) values ($1, 'SERVICE_FEE', 22000000, '2027-06-02', 'GH-1', 'extension-fee')`,
      [caseId],
    );
    const extended = (await owe('EMPLOYER')).refunds[0]!;
    expect(extended).toMatchObject({
      principal: 55_866_788,
      detail: {
        wholeUnits: 1_096,
        leftUnits: 554,
        endsOn: '2029-01-04',
        terms: [
          { principal: 33_866_788, taken: 67_000_000 },
          { startsOn: '2029-01-05', endsOn: '2031-01-04', wholeUnits: 730, leftUnits: 730, principal: 22_000_000 },
        ],
      },
    });
    await new TakeMoneyBack(db.api).run(agency(), caseId, { what: 'REFUND', id: extended.id, reason: 'nhầm', requestId: requestId() });
    await db.sql(`update contract_version set voided_at = now() where id = $1`, [id('contract', 900)]);
    await db.sql(
      `alter table fee_receipt disable trigger all; delete from fee_receipt where receipt_no = 'GH-1'; alter table fee_receipt enable trigger all`,
    );
    // 67,000,000 were taken (1,000,000 of them long before): 554 of 1,096 days are left, each receipt bears interest from its own day.
    const page = await owe('EMPLOYER');
    const [refund] = page.refunds;
    const lines = refund!.detail.lines as { days: number; interest: number; share: number }[];
    expect(new Set(lines.map(({ days }) => days)).size).toBe(3);
    expect(lines.reduce((sum, { interest }) => sum + interest, 0)).toBe(refund!.interest);
    expect(lines.reduce((sum, { share }) => sum + share, 0)).toBe(refund!.principal);
    expect(refund).toMatchObject({ ruleBasis: expect.stringContaining('Điều 23'), ruleCertain: false });
    expect(refund).toMatchObject({
      kind: 'EARLY_RETURN',
      principal: 33_866_788,
      dueBy: '2027-08-29',
      detail: { wholeUnits: 1_096, leftUnits: 554 },
    });
    const owed = page.owed;
    const deed = (actor: typeof agency, name: string, note?: string) =>
      liquidate.run(actor(), caseId, { deed: name as never, requestId: requestId(), ...(note && { note }) });
    await expect(deed(commune, 'CONFIRM')).rejects.toMatchObject({ code: 'NOTHING_PROPOSED' });
    await expect(deed(commune, 'PROPOSE')).rejects.toMatchObject({ code: 'WRONG_SIDE' });
    expect(await deed(agency, 'PROPOSE', 'Đã thỏa thuận')).toMatchObject({ state: 'PROPOSED' });
    await expect(deed(commune, 'CONFIRM')).rejects.toMatchObject({ code: 'REFUND_UNPAID' });
    const pay = (amount: number) =>
      refunds.pay(agency(), refund!.id, { amount, on: day('2027-07-30'), proof: 'UNC 118', requestId: requestId() });
    await expect(pay(owed + 1)).rejects.toMatchObject({ code: 'AMOUNT_OVER_REFUND' });
    await pay(owed - 1_000);
    expect(await pay(1_000)).toMatchObject({ paid: owed });
    expect(await deed(commune, 'DISPUTE', 'Thiếu tiền vé')).toMatchObject({ state: 'DISPUTED' });
    await deed(agency, 'PROPOSE');
    await db.sql(
      `alter table escrow_entry disable trigger all; delete from escrow_entry; delete from escrow; alter table escrow_entry enable trigger all`,
    );
    // 1 đồng of escrow was taken by receipt before: no account holds it, nobody gave it back; a commune sees neither and is told all the same.
    await expect(deed(commune, 'CONFIRM')).rejects.toMatchObject({ code: 'ESCROW_HELD' });
    const escrow = (name: string, amount: number) =>
      new KeepEscrow(db.api).run(agency(), caseId, {
        kind: 'AGENCY',
        deed: name as never,
        amount,
        on: day('2027-07-30'),
        reference: 'KQ-L',
        requestId: requestId(),
      });
    await escrow('DEPOSIT', 1);
    await escrow('INTEREST', 9);
    expect(await liquidate.get(commune(), caseId)).toMatchObject({ escrowHeld: 10 });
    expect((await liquidate.get(tenants.account('commune-15001').actor, caseId).catch((error) => error)).code).toBe('NOT_FOUND');
    await escrow('RETURN', 10);
    const closed = await deed(commune, 'CONFIRM');
    expect(closed).toMatchObject({ state: 'CLOSED', stateTitle: 'Đã thanh lý', escrowHeld: 0 });
    expect(closed.history.map(({ deed: said }) => said)).toEqual(['CONFIRM', 'PROPOSE', 'DISPUTE', 'PROPOSE', 'SEND_LETTER']);
    await expect(deed(agency, 'PROPOSE')).rejects.toMatchObject({ code: 'LIQUIDATION_OVER' });
  });

  it('lists contracts to be liquidated by their deadline, and closes alone only after three letters', async () => {
    const liquidate = new Liquidate(db.api);
    const other = id('case', 6);
    await db.sql(`update case_file set stage = 'RETURNED', returned_on = '2027-02-01', contract_end = '2027-02-01' where id = $1`, [other]);
    await db.sql(`update liquidation set ended_on = '2026-10-01' where case_id = $1`, [other]);
    const { liquidations } = await liquidate.list(agency(), {});
    expect(liquidations.map(({ caseId: one }) => one)).toContain(other);
    expect(liquidations.map(({ caseId: one }) => one)).not.toContain(caseId);
    const deed = (name: string, on?: string) =>
      liquidate.run(agency(), other, { deed: name as never, requestId: requestId(), ...(on && { on: day(on) }) });
    await expect(deed('CLOSE_ALONE')).rejects.toMatchObject({ code: 'LETTERS_MISSING' });
    await expect(deed('SEND_LETTER', '2027-07-31')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    await expect(deed('SEND_LETTER', '2026-09-30')).rejects.toMatchObject({ code: 'LETTER_BEFORE_END' });
    await deed('SEND_LETTER', '2026-12-01');
    await expect(deed('SEND_LETTER', '2026-12-01')).rejects.toMatchObject({ code: 'LETTER_OF_DAY' });
    await deed('SEND_LETTER', '2027-01-10');
    // Who answers, if only to say no, is not silent: the letters count anew.
    await deed('PROPOSE', '2027-01-11');
    await liquidate.run(tenants.account('centre-12').actor, other, { deed: 'DISPUTE', on: day('2027-02-01'), requestId: requestId() });
    await expect(deed('CLOSE_ALONE')).rejects.toMatchObject({ code: 'LETTERS_MISSING' });
    for (const on of ['2027-03-01', '2027-04-01', '2027-05-01']) await deed('SEND_LETTER', on);
    expect(await deed('CLOSE_ALONE')).toMatchObject({ state: 'UNILATERAL' });
  });
});
