// A bank's statement of 20,000 lines on 20,000 loans through the real ImportFile: read, reconciled, posted, balances worked out again.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { inPairs, timed } from '../measure/pairs.mjs';
import { connect } from '../place/connect.mjs';
import { lib, openRunner, packaged, part } from '../place/programs.mjs';

const LINES = 20_000;
/** Of so many borrowers one has a case, and gets a part of the loan in this file. */
const LINKED_EVERY = 20;

export async function run({ server, place, size, pairs, report }) {
  const lines = size === '10k' ? 5_000 : LINES;
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  const { runner, close } = await openRunner(database.urls.api);
  try {
    const actor = await bankOf(db);
    const { importFile, seal } = importer(runner, server.keysFile);
    const linked = await knowPeople(db, seal, actor, lines, pairs + 1);
    const books = [];
    for (let n = 0; n <= pairs; n++) books.push(await statement(lines, n, linked));
    const take = async (n) => {
      const { ms, result } = await timed(() => importFile.run(actor, { kind: 'bank', fileName: `sao-ke-${n}.xlsx`, bytes: books[n] }));
      assert.equal(
        result.created,
        2 * lines + linked,
        JSON.stringify({ ...result, results: result.results.filter(({ verdict }) => verdict !== 'create').slice(0, 3), sheets: [] }),
      );
      return ms;
    };
    await take(0);
    const again = async (n) => (await timed(() => importFile.run(actor, { kind: 'bank', fileName: 'again.xlsx', bytes: books[n] }))).ms;
    const result = await inPairs({ pairs, limit: (round) => again(round), ours: (round) => take(round + 1) });
    const wrong = await db.query(
      `select count(*)::int as n from loan l where l.principal <> (select sum(e.principal + e.overdue_principal) from loan_entry e where e.loan_id = l.id)`,
    );
    assert.equal(wrong.rows[0].n, 0);
    const told = await db.query(
      `select count(*)::int as n from case_event where kind = 'LOAN_DISBURSED' and recorded_at > now() - interval '1 day'`,
    );
    assert.ok(told.rows[0].n >= linked * (pairs + 1), `${told.rows[0].n} cases heard of a disbursement`);
    report.add({
      work: `bank statement of ${lines.toLocaleString('en')} lines and as many loans`,
      ours: result.ours,
      limit: result.limit,
      value: result.ours / 1_000,
      of: 's',
      must: { op: '<=', to: 60 },
      goal: { op: '<=', to: 20 },
      rows: { lines: lines + linked, 'cases told of a disbursement': linked, 'lines per s': Math.round((lines / result.ours) * 1_000) },
      notes: 'beside it: the same file sent again, which is read and changes nothing',
    });
  } finally {
    await Promise.all([db.end(), close()]);
    await database.drop();
  }
}

async function bankOf(db) {
  const province = (await db.query(`select province_code as code from case_file group by 1 order by count(*) desc limit 1`)).rows[0].code;
  const id = randomUUID();
  await db.query(
    `insert into organisation (id, kind, key, name, name_key, province_code) values ($1, 'bank_office', 'BENCH-NH', 'Ngân hàng bench', 'ngan hang bench', $2)`,
    [id, province],
  );
  const account = randomUUID();
  await db.query(
    `insert into account (id, organisation_id, province_code, login, role, display_name, state) values ($1, $2, $3, 'bench-bank', 'bank_officer', 'bench', 'active')`,
    [account, id, province],
  );
  return { accountId: account, login: 'bench-bank', role: 'bank_officer', organisationId: id, scope: { kind: 'bank', bankId: id } };
}

function importer(runner, keysFile) {
  const { BankTarget, ImportFile, ImportTargets, WorkbookReader } = lib('imports');
  const { CorrectEvent, RecordMilestone } = lib('casework');
  const { TakeStatement } = lib('loans');
  const { Seal } = lib('platform');
  const { readKeyFile } = part('libs/platform/src/sealing/key-file.js');
  const seal = new Seal(readKeyFile(keysFile));
  const targets = new ImportTargets().register(
    new BankTarget(new TakeStatement(seal, new RecordMilestone(runner), new CorrectEvent(runner))),
  );
  return { importFile: new ImportFile(runner, seal, new WorkbookReader(), targets), seal };
}

const numberOf = (i, number, lines) => `012090${100_000 + i + number * lines}`;

/** The first borrowers of each file get the numbers of people of the office's province who have not left. Answers how many. */
async function knowPeople(db, seal, actor, lines, files) {
  const people = await db.query(
    `select distinct on (c.worker_id) c.worker_id as id from case_file c join organisation o on o.id = $1 and o.province_code = c.province_code
      where c.stage in ('CONTRACTED', 'READY', 'IN_TRAINING', 'SELECTED', 'ABROAD') and c.bank_id is null order by c.worker_id limit $2`,
    [actor.organisationId, (files * lines) / LINKED_EVERY],
  );
  const linked = Math.floor(people.rows.length / files);
  assert.ok(linked > 0, 'people of the province without a bank');
  const known = people.rows.slice(0, files * linked).map(({ id }, i) => ({
    id,
    index: seal.blindIndex('citizen-id', numberOf(i % linked, Math.floor(i / linked), lines)).toString('hex'),
  }));
  await db.query(
    `update worker w set citizen_id_index = decode(k.index, 'hex') from jsonb_to_recordset($1::jsonb) k(id uuid, index text) where w.id = k.id`,
    [JSON.stringify(known)],
  );
  return linked;
}

/** One interest line, exact to the đồng, for each loan; numbers of people nobody knows. */
async function statement(lines, number, linked) {
  const { Workbook } = packaged('exceljs');
  const book = new Workbook();
  const moves = book.addWorksheet('Sao ke');
  moves.addRow(['Từ ngày 01/09/2026 đến ngày 30/09/2026']);
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
  const loans = book.addWorksheet('Du no');
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
    'Dư nợ 31/8/2026',
    'Dư nợ 30/9/2026',
  ]);
  for (let i = 0; i < lines; i++) {
    const no = `9${number}${String(i).padStart(8, '0')}`;
    const id = numberOf(i, number, lines);
    const amount = (10 + (i % 90)) * 1_000_000;
    const interest = Number((2n * BigInt(amount) * 31n * 66_000n + 365_000_000n) / (2n * 365_000_000n));
    moves.addRow([i + 1, '10/09/2026', `BK-${number}-${i}`, no, 'LO VAN THU', id, 'Thu lãi tháng 9', null, interest, amount]);
    const part = i < linked ? 5_000_000 : 0;
    if (part)
      moves.addRow([lines + i + 1, '20/09/2026', `GN-${number}-${i}`, no, 'LO VAN THU', id, 'Giải ngân đợt 2', part, null, amount + part]);
    loans.addRow([i + 1, no, 'LO VAN THU', id, amount + part, amount, 6.6, 8.58, '10/06/2026', 36, 6, '10/08/2026', amount, amount + part]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
