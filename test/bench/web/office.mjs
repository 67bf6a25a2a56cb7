// The generated country open in a browser: the built API over a copy of the place that has been swept, and an officer of every kind
// in its largest province.
import { connect } from '../place/connect.mjs';
import { TODAY } from '../place/generate.mjs';
import { lib, openRunner, settings } from '../place/programs.mjs';
import { startApi, startJobs } from '../place/servers.mjs';
import { awaken, tokenOf } from '../works/list.bench.mjs';
import { openChromium } from './chromium.mjs';

const TEN_DAYS_AGO = '2026-11-12';
const TWO_DAYS_AGO = '2026-11-20';

/** Lends an open office to the measuring and closes it, whatever happens; `jobs`: with the background program. */
export async function inOffice({ server, place, jobs = false }, measure) {
  const office = await openOffice(server, place, jobs);
  try {
    await measure(office);
  } finally {
    await office.close();
  }
}

async function openOffice(server, place, withJobs) {
  const database = await server.copy(place);
  await sweep(database);
  const db = await connect(database.urls.superuser);
  await awaken(db);
  // What two offices did not answer has come to the centre.
  await db.query(
    `update alert set owner = 'centre', answer_by = $1 where owner = 'commune' and rule = 'RETURN_UNCONFIRMED_3' and id % 3 = 0`,
    [TWO_DAYS_AGO],
  );
  const one = async (text, values) => Object.values((await db.query(text, values)).rows[0])[0];
  const province = await one(`select province_code from case_file group by 1 order by count(*) desc limit 1`);
  const commune = await one(
    `select c.commune_code from alert a join case_file c on c.id = a.case_id
      where c.province_code = $1 and a.state = 'open' and a.owner = 'commune' and c.departed_on is not null and c.returned_on is null
      group by 1 order by count(*) desc limit 1`,
    [province],
  );
  const agency = await one(`select agency_id from case_file where stage = 'ABROAD' group by 1 order by count(*) desc limit 1`);
  const tokens = { centre: tokenOf(province) };
  for (const [name, role, organisation, values, home] of [
    ['leader', 'leader', `kind = 'department_of_home_affairs' and province_code = $1`, [province], province],
    ['commune', 'commune_officer', `kind = 'commune_peoples_committee' and commune_code = $1`, [commune], province],
    ['agency', 'agency_clerk', `id = $1`, [agency], null],
  ])
    tokens[name] = await account(db, role, await one(`select id from organisation where ${organisation}`, values), home);
  const api = await startApi(server, database);
  const background = withJobs ? await startJobs(server, database) : undefined;
  const browser = await openChromium();
  return {
    db,
    one,
    province,
    commune,
    agency,
    tokens,
    url: `http://127.0.0.1:${api.port}`,
    browser,
    async close() {
      await browser.close();
      await Promise.all([api.stop(), background?.stop()]);
      await db.end();
      await database.drop();
    },
  };
}

async function sweep(database) {
  const { runner, close } = await openRunner(database.urls.jobs, 2);
  const nightly = new (lib('overstay').OverstaySweep)(runner, settings());
  // Ten days apart, so that some answers are overdue this morning.
  for (const asOf of [TEN_DAYS_AGO, TODAY]) await nightly.run({ asOf, startedBy: 'bench' });
  await close();
}

/** An account of the organisation with an open session; returns its token. */
async function account(db, role, organisation, province) {
  const token = `bvs_bench_session_of_${role}`;
  await db.query(
    `with officer as (insert into account (id, organisation_id, province_code, login, role, display_name, state, sessions_valid_from)
       values (gen_random_uuid(), $1, $2, $3, $4, $3, 'active', now() - interval '1 day') returning id)
     insert into session (id, token_hash, account_id, expires_at) select gen_random_uuid(), sha256(convert_to($5, 'UTF8')), id, now() + interval '1000 days' from officer`,
    [organisation, province, `bench-${role}`, role, token],
  );
  return token;
}
