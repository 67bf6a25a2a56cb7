import { SeedPolicies } from '@app/policy';
import { type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type TenantPerson, type Tenants, TODAY } from '../support/tenants';
import { startDescribed } from './described-application';

jest.setTimeout(180_000);

describe('public pages', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`update organisation set name_key = 'cong ty a' where key = 'A'`);
    await db.sql(`update organisation set phone = '0213 900 900' where key = 'TT-12'`);
    app = await startDescribed(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  beforeEach(() => db.sql(`delete from lookup_attempt`));

  const issue = (person: TenantPerson, name = 'centre-12') =>
    app.call('POST', `/api/v1/cases/${person.caseId}/receipt`, { token: tenants.account(name).token });
  const lookUp = (code: string, pin: string) => app.call('POST', '/api/v1/public/lookup', { body: { code, pin } });
  const plain = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
  const personAt = (commune: string, at: number) => tenants.people.filter((person) => person.commune === commune)[at]!;

  it('gives the family a PIN that opens their own case and says kind words only', async () => {
    const person = personAt('12001', 0);
    const receipt = await issue(person);
    expect([receipt.status, receipt.json]).toEqual([
      201,
      expect.objectContaining({
        caseCode: person.caseCode,
        fullName: `Lò Văn ${person.canary}`,
        office: 'Trung tâm 12',
        phone: '0213 900 900',
      }),
    ]);
    expect(receipt.json.pin).toMatch(/^\d{6}$/);
    const written = `${person.caseCode.slice(0, 4).toLowerCase()}-${person.caseCode.slice(4)} `;
    const answer = await lookUp(written, receipt.json.pin as string);
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        step: 6,
        of: 7,
        title: 'Đang làm việc ở nước ngoài',
        next: 'Hãy liên hệ Trung tâm để được hướng dẫn.',
        office: 'Trung tâm 12',
        phone: '0213 900 900',
      },
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['OVERSTAYING', 6],
    ['ABSCONDED', 6],
    ['MISSING', 6],
    ['REGISTERED', 1],
    ['CONTRACTED', 4],
    ['RETURNED', 7],
  ])('names no suspicion of a case in %s', async (stage, step) => {
    const person = personAt('12001', 1);
    const { json } = await issue(person);
    await db.sql(`update case_file set stage = $2 where id = $1`, [person.caseId, stage]);
    const answer = await lookUp(person.caseCode, json.pin as string);
    expect(answer.json.step).toBe(step);
    expect(answer.text).not.toMatch(/quá hạn|trốn|nghi|nợ|rời nơi|mất liên lạc|OVERSTAY|ABSCOND|MISSING/i);
    expect(answer.text).not.toContain(person.canary);
    await db.sql(`update case_file set stage = 'ABROAD' where id = $1`, [person.caseId]);
  });

  it('keeps of the PIN nothing but its hash, and voids the old one by a new receipt', async () => {
    const person = personAt('12002', 0);
    const first = (await issue(person)).json.pin as string;
    const second = (await issue(person, 'commune-12002')).json.pin as string;
    const [row] = await db.sql<{ hash: string; entries: string }>(
      `select pin_hash as hash, (select string_agg(to_jsonb(a)::text, '') || (select string_agg(to_jsonb(k)::text, '') from idempotency_key k) from audit_entry a) as entries
       from case_receipt where case_id = $1`,
      [person.caseId],
    );
    expect(row!.hash).toMatch(/^\$argon2id\$/);
    expect(row!.entries).not.toContain(`"${second}"`);
    if (first !== second) expect((await lookUp(person.caseCode, first)).status).toBe(422);
    expect((await lookUp(person.caseCode, second)).status).toBe(200);
  });

  it('shows a receipt once: the same request again is refused', async () => {
    const path = `/api/v1/cases/${personAt('12001', 2).caseId}/receipt`;
    const once = { token: tenants.account('centre-12').token, key: 'receipt-once-1' };
    expect((await app.call('POST', path, once)).status).toBe(201);
    const again = await app.call('POST', path, once);
    expect([again.status, again.json.code]).toEqual([409, 'ALREADY_DONE']);
  });

  it('lets nobody issue a receipt for a case outside the scope', async () => {
    const person = personAt('12001', 0);
    expect((await issue(person, 'centre-15')).status).toBe(404);
    expect((await issue(person, 'commune-12002')).status).toBe(404);
    expect((await issue(person, 'department-12')).status).toBe(403);
    const [agency, other] = person.n % 3 === 0 ? ['agency-a', 'agency-b'] : ['agency-b', 'agency-a'];
    expect((await issue(person, agency)).status).toBe(201);
    expect((await issue(person, other)).status).toBe(404);
  });

  it('answers unknown code, case without receipt and wrong PIN alike, in word and in time', async () => {
    const person = personAt('15001', 0);
    const { json } = await issue(person, 'centre-15');
    const wrong = json.pin === '111111' ? '222222' : '111111';
    const [none] = await db.sql<{ code: string }>(
      `delete from case_receipt where case_id = $1 returning (select code from case_file where id = case_id) as code`,
      [personAt('15002', 0).caseId],
    );
    const ways = { wrong: [person.caseCode, wrong], unknown: ['ZZZZZZZZZZ', wrong], none: [none!.code, wrong] } as const;
    const times: Record<string, number[]> = { wrong: [], unknown: [], none: [] };
    const texts = new Set<string>();
    for (let round = 0; round < 4; round++)
      for (const [way, [code, pin]] of Object.entries(ways)) {
        const began = performance.now();
        const answer = await lookUp(code, pin);
        times[way]!.push(performance.now() - began);
        expect([answer.status, answer.json.code]).toEqual([422, 'LOOKUP_FAILED']);
        texts.add(plain(answer.text));
      }
    expect(texts.size).toBe(1);
    const best = Object.values(times).map((all) => Math.min(...all));
    expect(Math.max(...best)).toBeLessThan(4 * Math.min(...best));
  });

  it('takes five tries of a code an hour, sent one by one or at once, and then not even the right PIN', async () => {
    const person = personAt('15001', 1);
    const { json } = await issue(person, 'centre-15');
    const right = json.pin as string;
    const wrong = right === '111111' ? '222222' : '111111';
    const answers = await Promise.all(Array.from({ length: 12 }, () => lookUp(person.caseCode, wrong)));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    const limited = await lookUp(person.caseCode, right);
    expect([limited.status, limited.json.code]).toEqual([429, 'TOO_MANY_TRIES']);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(3_000);
    await db.sql(`update lookup_attempt set at = at - interval '61 minutes'`);
    expect((await lookUp(person.caseCode, right)).status).toBe(200);
  });

  it('counts tries of one address over all codes, and a day of tries of one code', async () => {
    for (let i = 0; i < 30; i++) expect((await lookUp(`ZZZZZZZZ${String(i).padStart(2, '0')}`, '111111')).status).toBe(422);
    expect((await lookUp('YYYYYYYYYY', '111111')).status).toBe(429);
    await db.sql(`update lookup_attempt set address = '10.9.9.9'`);
    expect((await lookUp('YYYYYYYYYY', '111111')).status).toBe(422);
    await db.sql(`insert into lookup_attempt (code_hash, address, at) select code_hash, '10.8.8.' || n, now() - interval '2 hours'
      from (select code_hash from lookup_attempt order by id desc limit 1) c, generate_series(1, 19) n`);
    expect((await lookUp('YYYYYYYYYY', '111111')).status).toBe(429);
  });

  it('keeps no code of a try and lets no runtime role read them', async () => {
    await lookUp('QQQQQQQQQQ', '111111');
    const [row] = await db.sql<{ text: string }>(`select string_agg(to_jsonb(t)::text, '') as text from lookup_attempt t`);
    expect(row!.text).not.toContain('QQQQ');
    await expect(db.api.run(tenants.account('centre-12').actor, (tx) => tx.query('select code_hash from lookup_attempt'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('refuses what cannot be a PIN before it counts anything', async () => {
    for (const pin of ['12345', '1234567', 'abcdef', '']) expect((await lookUp('ZZZZZZZZZZ', pin)).status).toBe(422);
    expect(await db.sql(`select 1 from lookup_attempt`)).toEqual([]);
  });

  it('says whether a firm is licensed: yes, no, unknown', async () => {
    await db.sql(`insert into organisation (id, kind, key, name, name_key) values
      (gen_random_uuid(), 'sending_agency', 'C', 'Công ty Cổ phần Hải Âu', 'cong ty co phan hai au'),
      (gen_random_uuid(), 'sending_agency', 'D', 'Công ty Cổ phần Hải Yến', 'cong ty co phan hai yen')`);
    await db.sql(`insert into agency_licence (id, organisation_id, number, valid, state, recorded_at)
      select gen_random_uuid(), id, '77/LĐTBXH-GP', '[2026-01-01,)', 'withdrawn', '2026-11-01 03:00+07' from organisation where key = 'C'`);
    const find = async (text: string) =>
      (await app.call('GET', `/api/v1/public/agencies?text=${encodeURIComponent(text)}`)).json.agencies as { name: string }[];
    expect(await find('hải âu')).toEqual([
      { name: 'Công ty Cổ phần Hải Âu', licensed: 'no', number: '77/LĐTBXH-GP', checkedOn: '2026-11-01' },
    ]);
    expect(await find('HAI YEN')).toEqual([{ name: 'Công ty Cổ phần Hải Yến', licensed: 'unknown', number: null, checkedOn: null }]);
    expect((await find('77/lđtbxh')).map(({ name }) => name)).toEqual(['Công ty Cổ phần Hải Âu']);
    expect(await find('Công ty A')).toEqual([expect.objectContaining({ name: 'Công ty A', licensed: 'yes', number: '1/GP' })]);
    expect(await find('%')).toEqual([]);
    expect(await find('Trung tâm')).toEqual([]);
  });

  it('warns with date and basis, and says whom to call', async () => {
    const { json } = await app.call('GET', '/api/v1/public/warnings');
    expect(json).toMatchObject({ from: '2022-01-01', basis: expect.stringContaining('69/2020/QH14') });
    expect((json.warnings as unknown[]).length).toBeGreaterThanOrEqual(5);
    const offices = (await app.call('GET', '/api/v1/public/office')).json.offices;
    expect(offices).toEqual([
      { name: 'Trung tâm 12', phone: '0213 900 900', provinceCode: '12' },
      { name: 'Trung tâm 15', phone: null, provinceCode: '15' },
    ]);
    expect((await app.call('GET', '/api/v1/public/office?province=15')).json.offices).toHaveLength(1);
  });

  describe('work on offer', () => {
    const openings = async (province: string) =>
      (await app.call('GET', `/api/v1/public/openings?province=${province}`)).json.openings as object[];
    const orders = async (province: string) =>
      (await app.call('GET', `/api/v1/public/orders?province=${province}`)).json.orders as { code: string }[];

    it('shows an opening that takes people, without whom the firm named to be rung and what the centre noted', async () => {
      await db.sql(`update job_opening set contact = 'Bà Lan 0912 000 000', note = 'ưu tiên người quen'`);
      const { json, text } = await app.call('GET', '/api/v1/public/openings?province=12');
      expect(json.openings).toEqual([
        expect.objectContaining({
          id: id('opening', '12'),
          occupation: 'Thợ hàn',
          provinceCode: '12',
          wageFrom: 8_000_000,
          wageTo: null,
          until: '2026-12-31',
        }),
      ]);
      expect(text).not.toMatch(/Bà Lan|0912|người quen/);
      expect(await openings('15')).toHaveLength(1);
    });

    it.each([
      ['closed', `state = 'closed'`, `state = 'open'`],
      ['past its last day', `until = '2026-11-20'`, `until = '2026-12-31'`],
      ['full', `places = greatest(taken, 1), taken = greatest(taken, 1)`, `places = 100`],
    ])('shows no opening that is %s', async (_, set, back) => {
      const { taken } = (await db.sql<{ taken: number }>(`select taken from job_opening where id = $1`, [id('opening', '12')]))[0]!;
      await db.sql(`update job_opening set ${set} where id = $1`, [id('opening', '12')]);
      expect(await openings('12')).toEqual([]);
      await db.sql(`update job_opening set ${back}, taken = ${taken} where id = $1`, [id('opening', '12')]);
      expect(await openings('12')).toHaveLength(1);
    });

    it('shows an approved order as its terms say, without the contract behind it', async () => {
      const { json, text } = await app.call('GET', '/api/v1/public/orders?province=12');
      expect(json.orders).toEqual([
        {
          code: 'DHA',
          agencyName: 'Công ty A',
          provinceCode: '12',
          provinceName: expect.any(String),
          market: 'JP',
          title: 'Chế biến',
          closesOn: null,
          free: expect.any(Number),
          occupation: 'X',
          employer: 'Y',
        },
      ]);
      expect(text).not.toContain(id('supply', 'A'));
      expect((await orders('15')).map(({ code }) => code)).toEqual(['DHB']);
    });

    const order = id('order', 'A');
    const agency = id('org', 'A');
    it.each([
      ['is closed', `update job_order set state = 'closed' where id = $1`, `update job_order set state = 'approved' where id = $1`, order],
      [
        'waits for approval',
        `update job_order set state = 'submitted' where id = $1`,
        `update job_order set state = 'approved' where id = $1`,
        order,
      ],
      [
        'is past its last day',
        `update job_order set closes_on = '2026-11-01' where id = $1`,
        `update job_order set closes_on = null where id = $1`,
        order,
      ],
      ['has no place left', `update job_order set places = 0 where id = $1`, `update job_order set places = 20 where id = $1`, order],
      [
        'has a sender whose licence is suspended',
        `update agency_licence set state = 'suspended' where organisation_id = $1`,
        `update agency_licence set state = 'valid' where organisation_id = $1`,
        agency,
      ],
      [
        'has a sender whose permission here ended',
        `update recruitment_permission set valid = '[2020-01-01,2021-01-01)' where agency_id = $1`,
        `update recruitment_permission set valid = '[2020-01-01,)' where agency_id = $1`,
        agency,
      ],
    ])('shows no order that %s', async (_, spoil, mend, subject) => {
      await db.sql(spoil, [subject]);
      expect(await orders('12')).toEqual([]);
      await db.sql(mend, [subject]);
      expect(await orders('12')).toHaveLength(1);
    });
  });
});
