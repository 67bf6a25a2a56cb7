import { AgencyDirectory, AgencyLicence, ChangeLicence } from '@app/agencies';
import { systemActor } from '@app/kernel';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, day, OFFICE, openDatabase } from '../casework/casework-fixture';

describe('agencies', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
    await db.sql(`insert into organisation_alias (organisation_id, alias, alias_key) values ($1, 'Ba Vòng', 'ba vong')`, [OFFICE.agency]);
  });
  afterAll(() => db.close());

  it('matches what files write to the organisation, for whoever asks', async () => {
    for (const actor of [CENTRE, AGENCY]) {
      const names = await db.api.run(actor, (tx) => AgencyDirectory.names(tx));
      expect(names.match('C.ty Ba Vong')?.id).toBe(OFFICE.agency);
      expect(names.match('Sao Khuê')).toBeUndefined();
    }
  });

  it('keeps the history of a licence and judges by the day', async () => {
    const change = new ChangeLicence(db.jobs);
    const operator = systemActor('licences');
    await change.run(operator, {
      organisationId: OFFICE.agency,
      number: '12/LĐTBXH-GP',
      state: 'valid',
      from: day('2020-01-01'),
      basis: 'GP 12',
      requestId: 'a',
    });
    await change.run(operator, {
      organisationId: OFFICE.agency,
      number: '12/LĐTBXH-GP',
      state: 'withdrawn',
      from: day('2026-03-01'),
      basis: 'QĐ 7',
      requestId: 'b',
    });
    const valid = (on: string) => db.api.run(CENTRE, (tx) => AgencyLicence.isValidOn(tx, OFFICE.agency, day(on)));
    expect([await valid('2019-12-31'), await valid('2020-01-01'), await valid('2026-02-28'), await valid('2026-03-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(await db.api.run(CENTRE, (tx) => AgencyLicence.history(tx, OFFICE.agency))).toMatchObject([
      { state: 'valid', until: '2026-03-01' },
      { state: 'withdrawn', from: '2026-03-01', until: null },
    ]);
    await expect(db.api.run(AGENCY, (tx) => tx.execute(`update agency_licence set state = 'valid'`))).rejects.toThrow(/permission denied/);
  });
});
