import { newId, type Actor } from '@app/kernel';
import {
  FindDuplicates,
  KnownPeople,
  type RegisterCommand,
  RegisterWorker,
  RegisterWorkersInBulk,
  RevealField,
  SearchWorkers,
  sortKey,
} from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import {
  AGENCY,
  BANK,
  CENTRE,
  COMMUNE,
  caseOf,
  day,
  DEPARTED,
  ELSEWHERE,
  numberOf,
  openDatabase,
  person,
  registerPeople,
  SIGNED,
} from '../casework/casework-fixture';

describe('people', () => {
  let db: TestDatabase;
  let register: RegisterWorker;
  let search: SearchWorkers;
  beforeAll(async () => {
    db = await openDatabase();
    register = new RegisterWorker(db.api, db.seal, new FindDuplicates(db.seal, db.api));
    search = new SearchWorkers(db.api, db.seal);
  });
  afterAll(() => db.close());
  const command = (serial: number, more: Partial<RegisterCommand> = {}): RegisterCommand => ({
    ...person(serial),
    requestId: newId(),
    ...more,
  });
  const names = async (actor: Actor, text: string) => (await search.run(actor, { text })).workers.map(({ fullName }) => fullName);

  it('keeps a person with sealed numbers, words for search, contacts, groups and residence', async () => {
    const answer = await register.run(
      CENTRE,
      command(1, {
        fullName: '  Sùng  A Nử ',
        passport: 'b1234567',
        phones: ['0912 345 678'],
        priorityGroups: ['ETHNIC_MINORITY'],
        contacts: [{ fullName: 'Sùng Thị Dí', kin: 'mẹ', phone: '+84912345679', communeCode: '03385', consent: true }],
      }),
    );
    expect(answer).toMatchObject({ outcome: 'created' });
    const [row] = await db.sql<Record<string, unknown>>(`select * from worker where id = $1`, [(answer as { workerId: string }).workerId]);
    expect(row).toMatchObject({ full_name: 'Sùng A Nử', name_key: 'sung a nu', sort_key: sortKey('Sùng A Nử'), version: 1 });
    expect(JSON.stringify(row)).not.toContain(numberOf(1));
    expect(db.seal.open(row!.citizen_id_cipher as Buffer, row!.id as string)).toBe(numberOf(1));
    expect(db.seal.open(row!.passport_cipher as Buffer, row!.id as string)).toBe('B1234567');
    expect(await db.sql(`select token from worker_name_token where worker_id = $1 order by token`, [row!.id])).toEqual([
      { token: 'a' },
      { token: 'nu' },
      { token: 'sung' },
    ]);
    expect(await db.sql(`select phone, position from worker_phone where worker_id = $1`, [row!.id])).toEqual([
      { phone: '+84912345678', position: 0 },
    ]);
    expect(await db.sql(`select full_name, commune_code, consent from family_contact where worker_id = $1`, [row!.id])).toEqual([
      { full_name: 'Sùng Thị Dí', commune_code: '03385', consent: true },
    ]);
    expect(await db.sql(`select commune_code from worker_residence where worker_id = $1`, [row!.id])).toEqual([{ commune_code: '03390' }]);
    expect(await db.sql(`select code from worker_priority_group where worker_id = $1`, [row!.id])).toEqual([{ code: 'ETHNIC_MINORITY' }]);
    expect(await db.sql(`select action from audit_entry where subject_id = $1`, [row!.id])).toEqual([{ action: 'workers.register' }]);
  });

  it('answers a repeated request with the same person', async () => {
    const again = command(2, { citizenId: null });
    const first = await register.run(CENTRE, again);
    expect(await register.run(CENTRE, again)).toEqual(first);
  });

  it('says why somebody may be known already, and goes on when the officer knows better', async () => {
    const [workerId] = await registerPeople(db, [
      person(3, { fullName: 'Lù A Chớ', phones: ['+84903000003'], passport: 'C7654321', birthDate: day('1991-02-03') }),
    ]);
    const same = { citizenId: numberOf(4), fullName: 'LÙ A CHỚ', birthDate: day('1991-02-03') };
    expect(await register.run(CENTRE, command(3))).toEqual({ outcome: 'existing', workerId });
    expect(await register.run(CENTRE, command(4, { ...same, passport: 'C 7654321', phones: ['0903000003'] }))).toMatchObject({
      outcome: 'ask',
      duplicates: [{ workerId, reasons: ['SAME_PASSPORT', 'SAME_NAME_AND_BIRTH_DATE', 'SAME_PHONE'] }],
    });
    expect(await register.run(CENTRE, command(4, { ...same, birthDate: day('1991-01-01'), birthPrecision: 'Y' }))).toMatchObject({
      outcome: 'ask',
      duplicates: [{ reasons: ['SAME_NAME_AND_BIRTH_DATE'] }],
    });
    expect(await register.run(CENTRE, command(4, { ...same, confirmedNew: [workerId!] }))).toMatchObject({
      outcome: 'created',
    });
  });

  it('looks while somebody types: half a form finds nothing, a whole mark finds the person, and nothing is written', async () => {
    const [workerId] = await registerPeople(db, [
      person(7, { fullName: 'Vàng Thị Sáo', phones: ['+84903000007'], birthDate: day('1999-05-06') }),
    ]);
    await db.sql(
      `insert into admin_unit (level, code, name, bare_key, type, valid_from, verified) values ('commune', '03390', 'Xã Bình Lư', 'binh lu', 'Xã', '2025-07-01', true)`,
    );
    const alike = new FindDuplicates(db.seal, db.api);
    const before = await db.sql(`select count(*) from worker union all select count(*) from desk_task`);
    for (const half of [{}, { fullName: 'Vàng Thị' }, { fullName: 'Vàng Thị Sáo' }, { phones: ['0903'] }])
      expect([half, await alike.whileTyping(CENTRE, half)]).toEqual([half, []]);
    for (const whole of [
      { fullName: 'vang thi sao', birthDate: day('1999-05-06') },
      { phones: ['0903 000 007'] },
      { citizenId: numberOf(7) },
    ])
      expect(await alike.whileTyping(CENTRE, whole)).toMatchObject([
        { workerId, birthDate: '1999-05-06', birthPrecision: 'YMD', communeName: 'Xã Bình Lư' },
      ]);
    expect(await alike.whileTyping(ELSEWHERE, { citizenId: numberOf(7) })).toEqual([]);
    expect(await db.sql(`select count(*) from worker union all select count(*) from desk_task`)).toEqual(before);
  });

  it('tells a stranger nothing of a person elsewhere, and gives the centre a task', async () => {
    await registerPeople(db, [person(5, { fullName: 'Phùng Phủ Liều' })]);
    const foreign = command(5, { residence: { provinceCode: '15', communeCode: '02680' } });
    const answer = await register.run(ELSEWHERE, foreign);
    expect(answer).toEqual({ outcome: 'foreign' });
    expect(await register.run(ELSEWHERE, foreign)).toEqual(answer);
    expect(await db.sql(`select desk, province_code, worker_id, detail from desk_task where kind = 'FOREIGN_DUPLICATE'`)).toEqual([
      { desk: 'centre', province_code: '15', worker_id: null, detail: { requestId: foreign.requestId } },
    ]);
    const known = new KnownPeople(db.seal);
    await db.api.run(ELSEWHERE, async (tx) => {
      expect(await known.sort(tx, [numberOf(5), numberOf(99)])).toEqual({ known: new Map(), foreign: new Set([numberOf(5)]) });
    });
  });

  it('makes one person of twenty simultaneous registrations', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => register.run(CENTRE, command(6))));
    expect(new Set(answers.map((answer) => (answer as { workerId: string }).workerId)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
  });

  it('finds by words in any order, without marks, with either tone placement, and by exact numbers', async () => {
    await registerPeople(db, [
      person(30, { fullName: 'Nguyễn Thị Hoà', phones: ['+84904000030'], passport: 'D0000030' }),
      person(31, { fullName: 'Hoàng Thị Nguyên' }),
      person(32, { fullName: 'Đỗ Văn Ước' }),
    ]);
    for (const text of ['hòa nguyễn', 'Nguyen Thi Hoa', 'thị HOÀ nguy'])
      expect([text, await names(CENTRE, text)]).toEqual([text, expect.arrayContaining(['Nguyễn Thị Hoà'])]);
    expect(await names(CENTRE, 'uoc do')).toEqual(['Đỗ Văn Ước']);
    expect(await names(COMMUNE, 'uoc do')).toEqual(['Đỗ Văn Ước']);
    for (const text of [numberOf(30), 'D0000030', '0904000030', '+84 904 000 030'])
      expect([text, await names(CENTRE, text)]).toEqual([text, ['Nguyễn Thị Hoà']]);
    expect(await names(CENTRE, numberOf(30).slice(0, 11))).toEqual([]);
    for (const text of ['hoa nguyen', numberOf(30), '0904000030']) expect([text, await names(ELSEWHERE, text)]).toEqual([text, []]);
    for (const stranger of [AGENCY, BANK]) expect(await names(stranger, 'hoa nguyen')).toEqual([]);
  });

  it('sorts by the given name in Vietnamese order and pages on', async () => {
    const people = ['Trần Văn Đạt', 'Lê Thị An', 'Bùi Văn Ân', 'Cao Văn Ăn', 'Vũ Thị Dung', 'Phan Văn Em'].map((fullName, i) =>
      person(40 + i, { fullName: `${fullName}`, residence: { provinceCode: '12', communeCode: '03999' } }),
    );
    await registerPeople(db, people);
    const commune = { ...COMMUNE, scope: { kind: 'commune' as const, province: '12', communes: ['03999'] } };
    const first = await search.run(commune, { text: '', limit: 4 });
    const rest = await search.run(commune, { text: '', limit: 4, after: first.next! });
    expect([...first.workers, ...rest.workers].map(({ fullName }) => fullName)).toEqual([
      'Lê Thị An',
      'Cao Văn Ăn',
      'Bùi Văn Ân',
      'Vũ Thị Dung',
      'Trần Văn Đạt',
      'Phan Văn Em',
    ]);
    expect(rest.next).toBeUndefined();
  });

  it('shows an agency the people of its cases only', async () => {
    await caseOf(db, [SIGNED, DEPARTED], { who: { fullName: 'Chẻo Phủ Châu' } });
    expect(await names(AGENCY, 'chau cheo')).toEqual(['Chẻo Phủ Châu']);
    expect(await names({ ...AGENCY, scope: { kind: 'none' } }, 'chau cheo')).toEqual([]);
  });

  it('reveals a number with a reason, a log entry and an hourly limit', async () => {
    const [workerId] = await registerPeople(db, [person(60)]);
    const reveal = new RevealField(db.api, db.seal);
    const ask = (actor: Actor, reason = 'đối chiếu hộ chiếu') =>
      reveal.run(actor, { workerId: workerId!, field: 'citizenId', reason, requestId: newId() });
    await expect(ask(CENTRE, ' x ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await expect(ask(ELSEWHERE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(COMMUNE)).toBe(numberOf(60));
    expect(await db.sql(`select field_class, purpose, reason from read_log where worker_id = $1`, [workerId])).toEqual([
      { field_class: 'citizenId', purpose: 'reveal', reason: 'đối chiếu hộ chiếu' },
    ]);
    await ask(COMMUNE);
    await ask(COMMUNE);
    await expect(ask(COMMUNE)).rejects.toMatchObject({ kind: 'limited', code: 'REVEAL_LIMIT' });
    expect(await ask(CENTRE)).toBe(numberOf(60));
  });
});

describe('people in bulk', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
  });
  afterAll(() => db.close());
  const apply = (people: ReturnType<typeof person>[], actor = CENTRE) =>
    db.api.run(actor, (tx) => new RegisterWorkersInBulk(db.seal).apply(tx, people));

  it('fills what is empty, keeps what is better, tells what changed and what it was', async () => {
    const bare = person(1, {
      birthDate: day('1988-01-01'),
      birthPrecision: 'Y',
      sex: null,
      phones: ['+84900000001'],
      residence: { provinceCode: '12', communeCode: '03390' },
    });
    const [first] = await apply([bare]);
    const fuller = person(1, {
      birthDate: day('1988-06-07'),
      birthPrecision: 'YMD',
      sex: 'F',
      phones: ['+84900000002'],
      householdClass: 'POOR',
      priorityGroups: ['ETHNIC_MINORITY'],
      contacts: [{ fullName: 'Mẹ Mẫu' }],
    });
    expect(await apply([fuller])).toEqual([
      {
        outcome: 'updated',
        workerId: first!.workerId,
        version: 2,
        kept: [],
        changed: expect.arrayContaining(['birthDate', 'birthPrecision', 'sex', 'phones', 'householdClass', 'priorityGroups', 'contacts']),
        before: {
          birthDate: '1988-01-01',
          birthPrecision: 'Y',
          sex: null,
          phones: ['+84900000001'],
          householdClass: null,
          priorityGroups: [],
          contacts: [],
        },
      },
    ]);
    expect(await apply([{ ...bare, sex: 'M', phones: ['+84900000002'] }])).toMatchObject([
      { outcome: 'unchanged', kept: ['sex', 'birthDate'] },
    ]);
    expect(await db.sql(`select birth_date, birth_precision, sex, household_class from worker`)).toEqual([
      { birth_date: '1988-06-07', birth_precision: 'YMD', sex: 'F', household_class: 'POOR' },
    ]);
    expect(await db.sql(`select phone from worker_phone`)).toEqual([{ phone: '+84900000002' }]);
  });

  it('reports a foreign number as foreign and goes on with the others', async () => {
    await apply([person(7)]);
    const there = (serial: number) => person(serial, { residence: { provinceCode: '15', communeCode: '02680' } });
    expect(await apply([there(7), there(8), there(8)], ELSEWHERE)).toMatchObject([
      { outcome: 'foreign', changed: [] },
      { outcome: 'created' },
      { outcome: 'unchanged' },
    ]);
    expect(await db.sql(`select count(*)::int as n from worker where province_code = '15'`)).toEqual([{ n: 1 }]);
  });

  it('knows people without a number only by name, full birth date and commune together', async () => {
    const nameless = (more = {}) => person(0, { citizenId: null, fullName: 'Tẩn Lao San', ...more });
    const [made] = await apply([nameless()]);
    expect(
      await apply([nameless(), nameless({ birthPrecision: 'Y' }), nameless({ residence: { provinceCode: '12', communeCode: '03385' } })]),
    ).toMatchObject([{ outcome: 'unchanged', workerId: made!.workerId }, { outcome: 'created' }, { outcome: 'created' }]);
  });
});
