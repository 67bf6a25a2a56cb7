import { type CaseFilter, CaseQueries } from '@app/casework';
import type { Actor } from '@app/kernel';
import { ExportCases } from '@app/reporting';
import { sortKey } from '@app/workers';
import { Workbook } from 'exceljs';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, COMMUNE, ELSEWHERE, OFFICE, day, openDatabase, TODAY } from './casework-fixture';

const FAMILY = 'Nguyễn Lê Lý Lò Lỗ Lộ Đỗ Đặng Dương Ăn Ân An Ông Ôn Ơn Ưng Trần Võ Vũ Hà Hạ Hả Tẩn Sùng Ỷ'.split(' ');
const MIDDLE = 'Văn|Vạn|Thị|Thi|Thị Thu|A|Á|Đức|Duc|Hữu|Ngọc|Ngoc Anh|Thanh|Thành|Thạnh||'.split('|');
const GIVEN =
  'An Án Àn Ản Ãn Ạn Ăn Ân Ấn Anh Ánh Bảo Dung Dũng Đung Đông Dong Hoa Hòa Hoá Huế Huệ Hương Hường Hưởng Ly Lý Lỹ Ngân Ngần Nga Ngà Oanh Ớt Ư Ý Yến Yên Ỷ Thủy Thúy Thụy'.split(
    ' ',
  );

/** The list as a grid shows it: every column, every order, every filter, and the same rows as a file. */
describe('grid of cases', () => {
  let db: TestDatabase;
  let queries: CaseQueries;
  const people: { id: string; name: string; key: string }[] = [];
  beforeAll(async () => {
    db = await openDatabase();
    queries = new CaseQueries(db.api);
    await db.sql(`insert into admin_unit (level, code, name, bare_key, type, valid_from, verified) values ('commune', '03390', 'Xã Bình Lư', 'binh lu', 'Xã', '2025-07-01', true),
      ('commune', '03391', 'Xã Tả Lèng', 'ta leng', 'Xã', '2025-07-01', true)`);
    for (let i = 0; i < 500; i++) {
      const name = [FAMILY[(i * 7) % FAMILY.length], MIDDLE[(i * 11) % MIDDLE.length], GIVEN[(i * 13) % GIVEN.length]]
        .filter(Boolean)
        .join(' ');
      people.push({ id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, name, key: sortKey(name) });
    }
    await db.sql(
      `insert into worker (id, province_code, commune_code, full_name, name_key, sort_key, birth_date, birth_precision, sex)
       select r.id, '12', (array['03390', '03391'])[1 + r.n % 2], r.name, lower(r.name), r.key, date '1990-02-09' + r.n, (array['YMD', 'Y', 'YM'])[1 + r.n % 3], (array['F', 'M'])[1 + r.n % 2]
         from (select r.*, row_number() over ()::int as n from jsonb_to_recordset($1::jsonb) r(id uuid, name text, key text)) r`,
      [JSON.stringify(people)],
    );
    await db.sql(
      `insert into case_file (id, code, worker_id, province_code, commune_code, agency_id, market, legal_form, programme, stage, contract_end, departed_on, opened_from)
       select md5('c' || n)::uuid, 'GRXD' || translate(lpad(n::text, 6, '0'), '01', 'XY'), w.id, '12', w.commune_code, case n % 3 when 0 then $1::uuid when 1 then $2::uuid end, (array['JP', 'KR', 'TW'])[1 + n % 3],
         (array['SERVICE', 'PUBLIC'])[1 + n % 2], case when n % 5 = 0 then 'IM' end, (array['ABROAD', 'RETURNED', 'REGISTERED'])[1 + n % 3],
         case when n % 3 < 2 then date '${TODAY}' - 200 + n end, case when n % 3 < 2 then date '2023-01-01' + n end, 'record'
         from (select w.*, row_number() over (order by id)::int as n from worker w) w`,
      [OFFICE.agency, OFFICE.otherAgency],
    );
    await db.sql(`insert into alert (case_id, province_code, rule, family, rung, target_date, due_on, raised_on, owner)
      select id, '12', 'EXPIRY_30', 'EXPIRY', 1, '2026-12-01', '2026-11-01', '2026-11-01', 'centre' from case_file where extract(day from departed_on) = 4`);
  });
  afterAll(() => db.close());

  const all = async (actor: Actor, filter: CaseFilter, limit = 37) => {
    const lines = [];
    for (let after: string | undefined; ;) {
      const page = await queries.list(actor, { ...filter, limit, ...(after && { after }) });
      lines.push(...page.cases);
      if (!(after = page.next)) return lines;
    }
  };

  it('sorts five hundred names as the dictionary does: given name, family name, middle names', async () => {
    const collator = new Intl.Collator('vi');
    const parts = (name: string) => {
      const words = name.split(' ');
      return [words.at(-1)!, words.length > 1 ? words[0]! : '', words.slice(1, -1).join(' ')];
    };
    const compare = (a: string, b: string) => {
      const [x, y] = [parts(a), parts(b)];
      return x.map((part, i) => collator.compare(part, y[i]!)).find((order) => order !== 0) ?? 0;
    };
    const sorted = people.map(({ name }) => name).sort(compare);
    const shown = (await all(CENTRE, { sort: 'name' })).map(({ fullName }) => fullName);
    expect(shown).toEqual(sorted);
    expect((await all(CENTRE, { sort: 'name', descending: true })).map(({ fullName }) => fullName)).toEqual(shown.toReversed());
  });

  it('pages by contract end in both directions, and refuses a cursor of another order', async () => {
    const up = await all(CENTRE, {});
    const down = await all(CENTRE, { descending: true });
    expect(up).toHaveLength(500);
    expect(down.map(({ id }) => id)).toEqual(up.map(({ id }) => id).toReversed());
    const { next } = await queries.list(CENTRE, { limit: 3 });
    await expect(queries.list(CENTRE, { sort: 'name', after: next })).rejects.toMatchObject({ code: 'CURSOR_UNREADABLE' });
  });

  it('shows what a grid shows', async () => {
    const [{ code }] = (await db.sql<{ code: string }>(
      `select code from case_file where agency_id = $1 and id in (select case_id from alert) order by code limit 1`,
      [OFFICE.agency],
    )) as [{ code: string }];
    const [line] = await all(CENTRE, { text: code });
    expect(line).toMatchObject({
      communeName: expect.stringMatching(/^Xã (Bình Lư|Tả Lèng)$/),
      agencyName: 'Công ty CP Nhân lực Ba Vòng (thử nghiệm)',
      birthPrecision: expect.stringMatching(/^Y/),
      openAlerts: 1,
      loan: null,
    });
    expect(line!.daysLeft).toBe((Date.parse(line!.contractEnd!) - Date.parse(TODAY)) / 86_400_000);
  });

  it.each<[string, CaseFilter, string]>([
    ['communes', { communes: ['03391'] }, `commune_code = '03391'`],
    ['markets', { markets: ['JP', 'TW'] }, `market in ('JP', 'TW')`],
    ['stages', { stages: ['RETURNED', 'REGISTERED'] }, `stage in ('RETURNED', 'REGISTERED')`],
    ['agency', { agencyId: OFFICE.agency }, `agency_id = '${OFFICE.agency}'`],
    ['sex', { sex: 'F' }, `worker_id in (select id from worker where sex = 'F')`],
    ['form and programme', { legalForm: 'PUBLIC', programme: 'IM' }, `legal_form = 'PUBLIC' and programme = 'IM'`],
    ['an open alert', { alerted: true }, `id in (select case_id from alert)`],
    ['end', { endFrom: day('2026-11-01'), endTo: day('2026-12-31') }, `contract_end between '2026-11-01' and '2026-12-31'`],
    ['exit', { departedFrom: day('2023-03-01'), departedTo: day('2023-06-30') }, `departed_on between '2023-03-01' and '2023-06-30'`],
    [
      'several at once',
      { communes: ['03390'], markets: ['KR'], stages: ['RETURNED'], sex: 'F' },
      `commune_code = '03390' and market = 'KR' and stage = 'RETURNED' and worker_id in (select id from worker where sex = 'F')`,
    ],
  ])('filters by %s in either order, with the total', async (_, filter, condition) => {
    const must = (await db.sql<{ id: string }>(`select id from case_file where ${condition} order by id`)).map(({ id }) => id);
    expect(must.length).toBeGreaterThan(0);
    for (const sort of ['end', 'name'] as const) expect((await all(CENTRE, { ...filter, sort })).map(({ id }) => id).sort()).toEqual(must);
    expect((await queries.list(CENTRE, { ...filter, withTotal: true, sort: 'name' })).total).toBe(must.length);
  });

  it('keeps each scope, sorted by name too', async () => {
    for (const [actor, condition] of [
      [AGENCY, `agency_id = '${OFFICE.agency}'`],
      [COMMUNE, `commune_code = '03390'`],
      [ELSEWHERE, 'false'],
    ] as const) {
      const must = (await db.sql<{ id: string }>(`select id from case_file where ${condition} order by id`)).map(({ id }) => id);
      expect((await all(actor, { sort: 'name' })).map(({ id }) => id).sort()).toEqual(must);
    }
  });

  it('follows a corrected name', async () => {
    await db.sql(`update worker set full_name = 'Aa Aa Aa', sort_key = $2 where id = $1`, [people[250]!.id, sortKey('Aa Aa Aa')]);
    expect((await queries.list(CENTRE, { sort: 'name', limit: 1 })).cases[0]!.fullName).toBe('Aa Aa Aa');
    await db.sql(`update worker set full_name = $2, sort_key = $3 where id = $1`, [people[250]!.id, people[250]!.name, people[250]!.key]);
  });

  describe('as a file', () => {
    const read = async (bytes: Buffer) => {
      const book = new Workbook();
      await book.xlsx.load(bytes as never);
      const sheet = book.worksheets[0]!;
      return Array.from({ length: sheet.rowCount }, (_, i) => (sheet.getRow(i + 1).values as unknown[]).slice(1));
    };

    it('holds exactly the rows and columns asked for, days as days, in the order of the list, and writes every person to the read log', async () => {
      const exports = new ExportCases(db.api, queries);
      const filter: CaseFilter = { markets: ['KR'], sort: 'name' };
      const lines = await all(CENTRE, filter);
      const [head, ...rows] = await read(
        await exports.run(CENTRE, filter, ['fullName', 'birthDate', 'sex', 'stage', 'contractEnd', 'daysLeft']),
      );
      expect(head).toEqual(['Họ và tên', 'Ngày sinh', 'Giới tính', 'Giai đoạn', 'Hết hạn hợp đồng', 'Số ngày còn lại']);
      expect(rows.map(([name]) => name)).toEqual(lines.map(({ fullName }) => fullName));
      for (const [i, line] of lines.entries()) {
        expect(rows[i]![4]).toEqual(line.contractEnd ? new Date(`${line.contractEnd}T00:00:00Z`) : undefined);
        if (line.birthPrecision === 'Y') expect(rows[i]![1]).toBe(Number(line.birthDate!.slice(0, 4)));
      }
      const book = new Workbook();
      await book.xlsx.load((await exports.run(CENTRE, { ...filter, endTo: day('2026-12-31') }, ['contractEnd'])) as never);
      expect(book.worksheets[0]!.getCell('A2').numFmt).toBe('dd/mm/yyyy');
      const logged = await db.sql<{ worker: string }>(
        `select distinct worker_id as worker from read_log where purpose = 'export' order by 1`,
      );
      expect(logged.map(({ worker }) => worker)).toEqual(lines.map(({ workerId }) => workerId).sort());
    });

    it('runs no formula that somebody wrote into a name', async () => {
      await db.sql(`update worker set full_name = '=HYPERLINK("x")' where id = $1`, [people[7]!.id]);
      const rows = await read(await new ExportCases(db.api, queries).run(CENTRE, {}, ['fullName']));
      expect(rows.flat()).toContain(`'=HYPERLINK("x")`);
      await db.sql(`update worker set full_name = $2 where id = $1`, [people[7]!.id, people[7]!.name]);
    });
  });
});
