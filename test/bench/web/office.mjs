// The generated country open in a browser: the built API over a copy of the place, an officer of the largest province, a leader and a commune.
import { connect } from '../place/connect.mjs';
import { startApi } from '../place/servers.mjs';
import { awaken, tokenOf } from '../works/list.bench.mjs';
import { openChromium } from './chromium.mjs';

export async function openOffice({ server, place }) {
  const database = await server.copy(place);
  const db = await connect(database.urls.superuser);
  await awaken(db);
  const [{ province }] = (await db.query(`select province_code as province from case_file group by 1 order by count(*) desc limit 1`)).rows;
  const [{ commune }] = (
    await db.query(
      `select commune_code as commune from case_file where province_code = $1 and commune_code is not null group by 1 order by count(*) desc limit 1`,
      [province],
    )
  ).rows;
  const tokens = {
    centre: tokenOf(province),
    leader: await account(
      db,
      'leader',
      `select id from organisation where kind = 'department_of_home_affairs' and province_code = '${province}'`,
      province,
      null,
    ),
    commune: await account(
      db,
      'commune_officer',
      `select id from organisation where kind = 'commune' and commune_code = '${commune}'`,
      province,
      commune,
    ),
  };
  const api = await startApi(server, database);
  const browser = await openChromium();
  return {
    db,
    province,
    commune,
    tokens,
    url: `http://127.0.0.1:${api.port}`,
    browser,
    async close() {
      await browser.close();
      await api.stop();
      await db.end();
      await database.drop();
    },
  };
}

/** An account of the organisation with an open session; the organisation is made where the place has none. */
async function account(db, role, organisation, province, commune) {
  const token = `bvs_bench_session_of_${role}`;
  let [found] = (await db.query(organisation)).rows;
  if (!found)
    [found] = (
      await db.query(
        `insert into organisation (id, kind, key, name, province_code, commune_code) values (gen_random_uuid(), $1, $2, $2, $3, $4) returning id`,
        [commune ? 'commune' : 'department_of_home_affairs', `bench-${role}`, province, commune],
      )
    ).rows;
  await db.query(
    `with officer as (insert into account (id, organisation_id, province_code, login, role, display_name, state, sessions_valid_from)
       values (gen_random_uuid(), $1, $2, $3, $4, $3, 'active', now() - interval '1 day') returning id)
     insert into session (id, token_hash, account_id, expires_at) select gen_random_uuid(), sha256(convert_to($5, 'UTF8')), id, now() + interval '1000 days' from officer`,
    [found.id, province, `bench-${role}`, role, token],
  );
  return token;
}
