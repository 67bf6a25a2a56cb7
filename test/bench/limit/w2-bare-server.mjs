// The limit of a read over HTTP: node:http and pg with nothing above them. Per request BEGIN, the actor's scope, the query, COMMIT, as benve_api
// under the same policies; named statements; ten connections, as the API has. The token is looked up in memory.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const sql = (name) => readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8');
const TEXTS = { list: sql('w2-list'), all: sql('w2-list-all'), rarest: sql('w2-rarest'), search: sql('w2-search') };
const SCOPE = `select set_config('benve.scope', $1, true), set_config('benve.province', $2, true), set_config('benve.communes', $3, true), set_config('benve.organisation', $4, true),
  set_config('benve.account', $5, true), set_config('benve.role', $6, true), set_config('benve.today', $7, true), set_config('statement_timeout', $8, true)`;
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const officers = new Map(JSON.parse(process.env.OFFICERS));

async function answer(officer, url) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'scope',
      text: SCOPE,
      values: ['province', officer.province, '', officer.organisation, officer.account, 'centre_staff', process.env.BENVE_TODAY, '30000'],
    });
    const rows = await read(client, officer.province, url.searchParams);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function read(client, province, asked) {
  const named = async (name, values) => (await client.query({ name, text: TEXTS[name], values })).rows;
  const words = asked.get('text')?.split(' ');
  if (words) {
    const [{ token }] = words.length > 1 ? await named('rarest', [province, words]) : [{ token: words[0] }];
    return named('search', [province, token, `${token}\u{10ffff}`, words.filter((word) => word !== token).map((word) => `% ${word}%`)]);
  }
  const stage = asked.get('stages');
  return stage ? named('list', [province, stage, stage === 'ABROAD' ? process.env.BENVE_TODAY : '-infinity']) : named('all', [province]);
}

const server = createServer((request, response) => {
  const officer = officers.get(request.headers.authorization);
  const url = new URL(request.url, 'http://localhost');
  answer(officer, url).then(
    (rows) => {
      const total = rows[0]?.total ?? 0;
      const body = Buffer.from(
        JSON.stringify(
          url.pathname.endsWith('workers')
            ? { workers: rows.slice(0, 50) }
            : { cases: rows.slice(0, 50).map((row) => ({ ...row, total: undefined })), total },
        ),
      );
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
    },
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
