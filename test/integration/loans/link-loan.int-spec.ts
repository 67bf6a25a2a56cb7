import { LinkLoan, LoanQueries } from '@app/loans';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** A loan of the bank's book that names somebody by an old number is tied to the person by hand. */
describe('a loan nobody is tied to', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  const loan = id('loan', 5);
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    tenants = await insertTenants(db);
    await db.sql(`delete from loan_standing where loan_id = $1`, [loan]);
    await db.sql(`update loan set case_id = null, borrower_name = upper($2) where id = $1`, [loan, `lo van ${tenants.people[5]!.canary}`]);
  });
  afterAll(() => db.close());

  it('offers people of the same name and ties the loan once, so that the bank sees its borrower', async () => {
    const links = new LinkLoan(db.api);
    const centre = tenants.account('centre-12').actor;
    const [one, ...others] = await links.candidates(centre, loan);
    expect([one?.caseId, others]).toEqual([id('case', 5), []]);
    await expect(links.candidates(tenants.account('centre-15').actor, loan)).rejects.toMatchObject({ kind: 'missing' });
    const queries = new LoanQueries(db.api);
    expect((await queries.get(tenants.account('bank-12').actor, loan)).caseCode).toBeNull();
    await links.run(centre, loan, id('case', 5), 'link-1');
    expect(await links.run(centre, loan, id('case', 5), 'link-2')).toEqual({ loanId: loan, caseId: id('case', 5) });
    expect(await queries.get(tenants.account('bank-12').actor, loan)).toMatchObject({ caseCode: tenants.people[5]!.caseCode });
    await expect(links.run(centre, loan, id('case', 3), 'link-3')).rejects.toMatchObject({ code: 'LOAN_LINKED' });
    expect(await links.candidates(centre, loan)).toEqual([]);
  });
});
