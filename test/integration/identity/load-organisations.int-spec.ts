import { existsSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoadOrganisations, OrganisationDirectory } from '@app/identity';
import { systemActor } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { organisationsCommand } from '../../../apps/cli/src/commands/organisations.command';
import { usersCommand } from '../../../apps/cli/src/commands/users.command';
import type { CommandContext } from '../../../apps/cli/src/command';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { openIdentity } from './identity-fixture';

const REFERENCE = join(process.env.BENVE_SHARED_DIR ?? join(__dirname, '../../../../shared'), 'data/registers/organisations.json');

describe('organisations from a file', () => {
  let db: TestDatabase;
  let jobs: INestApplicationContext;
  beforeAll(async () => {
    db = await createTestDatabase();
    jobs = await openIdentity(db.urls.jobs, 3);
  });
  afterAll(async () => {
    await jobs.close();
    await db.close();
  });
  const folder = mkdtempSync(join(tmpdir(), 'benve-orgs-'));
  const file = (content: unknown, name = `${Math.random()}.json`) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const context = (...argv: string[]) => ({ argv, application: async () => jobs }) as unknown as CommandContext;
  const ESC = {
    kind: 'employment_service_centre',
    key: 'E1',
    name: 'Trung tâm Một',
    province: '12',
    aliases: ['TT Một'],
    accounts: [{ login: 'esc-one', role: 'centre_staff' }],
  };

  it('is taken in, changed and found by every way of writing', async () => {
    const load = (content: unknown) => jobs.get(LoadOrganisations).run(file(content));
    expect(await load([ESC])).toMatchObject({
      created: 1,
      accounts: [{ login: 'esc-one', link: expect.stringMatching(/^http:\/\/localhost:3000\/dat-mat-khau#bvl_[\w-]{43}$/) }],
    });
    expect(
      await load([
        {
          ...ESC,
          name: 'Trung tâm Một mới',
          email: 'mot@test.invalid',
          accounts: [...ESC.accounts, { login: 'esc-two', role: 'leader' }],
        },
      ]),
    ).toMatchObject({ created: 0, updated: 1, accounts: [{ login: 'esc-two' }] });
    const find = (text: string) =>
      jobs.get(LoadOrganisations) && db.jobs.run(systemActor('test'), (tx) => OrganisationDirectory.byWrittenName(tx, text));
    expect((await find('trung tam  MỘT mới'))?.key).toBe('E1');
    expect((await find('tt một'))?.key).toBe('E1');
    expect(await find('Trung tâm Hai')).toBeUndefined();
    expect((await db.jobs.run(systemActor('test'), (tx) => OrganisationDirectory.centreOf(tx, '12')))?.email).toBe('mot@test.invalid');
  });

  it('is refused whole when one entry is wrong, the kind changes or the file is none', async () => {
    const before = await db.sql('select from organisation');
    const load = (content: unknown) => jobs.get(LoadOrganisations).run(file(content));
    await expect(
      load([
        { ...ESC, key: 'E2' },
        { kind: 'bank', key: 'X', name: 'Y' },
      ]),
    ).rejects.toMatchObject({ code: 'ORGANISATIONS_WRONG' });
    await expect(
      load([
        { ...ESC, key: 'E3', accounts: [] },
        { kind: 'sending_agency', key: 'E1', name: 'X' },
      ]),
    ).rejects.toMatchObject({ code: 'ORGANISATION_KIND_DIFFERS' });
    await expect(load('{')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(await db.sql('select from organisation')).toHaveLength(before.length);
  });

  it('is loaded by the command line, which prints links once', async () => {
    const path = file([{ ...ESC, key: 'E9', accounts: [{ login: 'esc-nine', role: 'centre_staff' }] }]);
    const first = await organisationsCommand.run(context('load', path));
    expect(first.text).toContain('dat-mat-khau#bvl_');
    expect((await organisationsCommand.run(context('load', path))).text).toContain('No new account.');
    await expect(organisationsCommand.run(context('drop', path))).rejects.toThrow('Say which file');
  });

  it('gives the operator accounts and new links', async () => {
    const made = await usersCommand.run(context('create', 'root-one', 'administrator'));
    expect(made.json).toMatchObject({ login: 'root-one', link: expect.stringContaining('#bvl_') });
    await expect(usersCommand.run(context('create', 'root-one', 'administrator'))).rejects.toMatchObject({
      code: 'LOGIN_TAKEN',
    });
    await expect(usersCommand.run(context('create', 'x-y', 'centre_staff', '--organisation', 'nope'))).rejects.toMatchObject({
      code: 'ORGANISATION_UNKNOWN',
    });
    await expect(usersCommand.run(context('create', 'x-y', 'king'))).rejects.toThrow('The role is one of');
    const narrow = await usersCommand.run(
      context('create', 'near-one', 'centre_staff', '--organisation', 'E9', '--communes', '03280,03283'),
    );
    expect(
      await db.sql('select commune_code from account_commune where account_id = $1 order by 1', [
        (narrow.json as { accountId: string }).accountId,
      ]),
    ).toEqual([{ commune_code: '03280' }, { commune_code: '03283' }]);
    expect((await usersCommand.run(context('reset', 'ROOT-ONE'))).json).toMatchObject({
      login: 'root-one',
      link: expect.stringContaining('#bvl_'),
    });
    await expect(usersCommand.run(context('reset', 'nobody'))).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
  });

  it('takes the reference organisations', async () => {
    if (!existsSync(REFERENCE)) {
      if (process.env.BENVE_REQUIRE_SHARED === '1') throw new Error(`${REFERENCE} is missing`);
      console.warn('NOT RUN: reference organisations, no data/registers in BENVE_SHARED_DIR');
      return;
    }
    const loaded = await jobs.get(LoadOrganisations).run(REFERENCE);
    expect(loaded.created).toBe(loaded.organisations);
    expect(loaded.accounts.length).toBeGreaterThanOrEqual(6);
    expect(await jobs.get(LoadOrganisations).run(REFERENCE)).toMatchObject({ created: 0, updated: 0, accounts: [] });
  });
});
