// A bank's statement of 20,000 lines on 20,000 loans through the real ImportFile: read, reconciled, posted, balances worked out again.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { inPairs, timed } from '../measure/pairs.mjs';
import { connect } from '../place/connect.mjs';
import { lib, openRunner, packaged, part } from '../place/programs.mjs';

const LINES = 20_000;

export async function run({ server, place, size, pairs, report }) {
  const lines = size === '10k' ? 5_000 : LINES;
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  const { runner, close } = await openRunner(database.urls.api);
  try {
    const actor = await bankOf(db);
    const { importFile } = importer(runner, server.keysFile);
    const books = [];
    for (let n = 0; n <= pairs; n++) books.push(await statement(lines, n));
    const take = async (n) => {
      const { ms, result } = await timed(() => importFile.run(actor, { kind: 'bank', fileName: `sao-ke-${n}.xlsx`, bytes: books[n] }));
      assert.equal(
        result.created,
        2 * lines,
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
    report.add({
      work: `bank statement of ${lines.toLocaleString('en')} lines and as many loans`,
      ours: result.ours,
      limit: result.limit,
      value: result.ours / 1_000,
      of: 's',
      must: { op: '<=', to: 60 },
      goal: { op: '<=', to: 20 },
      rows: { lines, 'lines per s': Math.round((lines / result.ours) * 1_000) },
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
  const { RecordMilestone } = lib('casework');
  const { TakeStatement } = lib('loans');
  const { Seal } = lib('platform');
  const { readKeyFile } = part('libs/platform/src/sealing/key-file.js');
  const seal = new Seal(readKeyFile(keysFile));
  const targets = new ImportTargets().register(new BankTarget(new TakeStatement(seal, new RecordMilestone(runner))));
  return { importFile: new ImportFile(runner, seal, new WorkbookReader(), targets) };
}

/** One interest line, exact to the đồng, for each loan; numbers of people nobody knows. */
async function statement(lines, number) {
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
    const id = `0120909${String(10_000 + i + number * lines)
      .padStart(5, '0')
      .slice(-5)}`;
    const amount = (10 + (i % 90)) * 1_000_000;
    const interest = Number((2n * BigInt(amount) * 31n * 66_000n + 365_000_000n) / (2n * 365_000_000n));
    moves.addRow([i + 1, '10/09/2026', `BK-${number}-${i}`, no, 'LO VAN THU', id, 'Thu lãi tháng 9', null, interest, amount]);
    loans.addRow([i + 1, no, 'LO VAN THU', id, amount, amount, 6.6, 8.58, '10/06/2026', 36, 6, '10/08/2026', amount, amount]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
