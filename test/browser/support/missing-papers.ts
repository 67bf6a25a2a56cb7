import type { Guard } from '@app/casework';
import { PASSWORD } from './demo-database';
import type { Office } from './office';

/** An agency reports that somebody left; of the papers nobody has shown only these are still asked for. Returns the case. */
export async function departWithoutPapers(office: Office, guards: readonly Guard[]): Promise<string> {
  const { token } = (await office.app.call('POST', '/api/v1/session', { body: { login: 'dn-anphuc', password: PASSWORD } })).json;
  const [{ id }] = (await office.db.sql<{ id: string }>(
    `select c.id from case_file c join account a on a.organisation_id = c.agency_id where a.login = 'dn-anphuc' and c.stage = 'CONTRACTED' order by c.id limit 1`,
  )) as [{ id: string }];
  const left = await office.app.call('POST', `/api/v1/agency/cases/${id}/exit`, {
    token: token as string,
    body: { exitOn: '2026-11-20', contractEnd: '2029-11-19' },
  });
  if (left.status !== 200) throw new Error(`the exit was not taken: ${left.status} ${JSON.stringify(left.json)}`);
  await office.db.sql(`update case_gap set open_guards = $2 where case_id = $1`, [id, guards]);
  await office.db.sql(
    `update desk_task set detail = jsonb_build_object('guards', $2::text[]) where case_id = $1 and kind = 'DEPARTURE_GAP'`,
    [id, guards],
  );
  return id;
}
