import { CorrectEvent, type MilestoneKind, RecordMilestone, SettleDesks } from '@app/casework';
import { localDate } from '@app/kernel';
import { AddToDigest, DeliverNotices } from '@app/notices';
import { CloseAlerts } from '@app/overstay';
import { type AppConfig, DutyRunner, Mailer } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { OwnBell } from '../../../apps/api/src/me/own-bell';
import { CaseFactsProcessor } from '../../../apps/jobs/src/processors/case-facts.processor';
import { silentLog } from '../../support/queue-fixture';
import { startSmtpSink } from '../../support/smtp-sink';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const day = localDate;
const BANK = `BANK:${id('org', 'NH-12')}`;

/** Dies after its work, before the transaction is over. */
class Dying extends AddToDigest {
  override async apply(...given: Parameters<AddToDigest['apply']>): Promise<number> {
    await super.apply(...given);
    throw new Error('killed');
  }
}

describe('what a bank is told of its borrowers', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let milestones: RecordMilestone;
  const centre = () => tenants.account('centre-12').actor;
  const bank = (province = '12') => tenants.account(`bank-${province}`).actor;

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-24' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    milestones = new RecordMilestone(db.api);
    await db.sql(`delete from delivery; delete from notice_item; delete from notice; delete from outbox`);
  });
  afterAll(() => db.close());

  const report = (n: number, kind: MilestoneKind, on: string, more: object = {}, by = 'centre-12') =>
    milestones.run(tenants.account(by).actor, {
      caseId: id('case', n),
      kind,
      effectiveOn: day(on),
      requestId: `${kind}-${n}`,
      ...more,
    } as never);
  const duties = async () =>
    (await db.sql<{ id: number }>(`select id from outbox where topic like 'casework.%' order by id`)).map((row) => row.id);
  /** Takes every fact there is, also those taken before: a job may come twice. */
  const relay = async (digest = new AddToDigest()) =>
    new CaseFactsProcessor(new DutyRunner(db.jobs, silentLog), new CloseAlerts(db.jobs), new SettleDesks(), digest).process({
      ids: await duties(),
    } as never);
  const told = (addressee = BANK) =>
    db.sql<{ kind: string; code: string }>(
      `select i.kind, i.case_code as code from notice_item i join notice n on n.id = i.notice_id where n.addressee = $1 order by i.ref_id`,
      [addressee],
    );
  const codeOf = (n: number) => `CASE${String(n).padStart(6, 'X')}`;

  it('owes the news with the fact, in one commit, and not before', async () => {
    const before = await duties();
    const dying = db.api.run(centre(), async (tx) => {
      await milestones.apply(tx, { caseId: id('case', 0), kind: 'RETURN_PLANNED', requestId: 'never', effectiveOn: day('2026-12-01') });
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await duties()).toEqual(before);
    await report(0, 'RETURNED', '2026-11-20', { detail: { returnType: 'ON_TIME' } });
    expect(await duties()).toHaveLength(before.length + 1);
  });

  it('tells each fact once, whoever dies in between and however often the job comes', async () => {
    await relay(new Dying());
    expect(await told()).toEqual([]);
    await db.sql(`update outbox set dead_at = null, attempts = 0, due_at = now() where topic like 'casework.%'`);
    await Promise.all([relay(), relay(), relay()]);
    await relay();
    expect(await told()).toEqual([{ kind: 'RETURN', code: codeOf(0) }]);
    expect(await report(0, 'RETURNED', '2026-11-20', { detail: { returnType: 'ON_TIME' } })).toMatchObject({ outcome: 'repeated' });
    await relay();
    expect(await told()).toHaveLength(1);
  });

  it.each<[number, MilestoneKind, string, object, string, string]>([
    [4, 'WITHDRAWN', '2026-11-10', { detail: { reason: 'FAMILY' } }, 'NOT_GOING', 'centre-12'],
    [1, 'EXTENDED', '2026-09-01', { contract: { kind: 'extension', endsOn: day('2027-10-01') } }, 'EXTENSION', 'centre-12'],
    [3, 'CONTRACT_TERMINATED', '2026-08-01', { detail: { reason: 'EMPLOYER' } }, 'CONTRACT_ENDED', 'centre-12'],
    [6, 'WENT_MISSING', '2026-11-01', {}, 'OUT_OF_CONTACT', 'department-12'],
    [7, 'ABSCONDED', '2026-11-01', {}, 'LEFT_WORKPLACE', 'agency-b'],
    [9, 'DIED', '2026-11-02', {}, 'DEATH', 'department-12'],
  ])('case %i: %s', async (n, kind, on, more, news, by) => {
    await report(n, kind, on, more, by);
    await relay();
    expect((await told()).filter(({ code }) => code === codeOf(n))).toEqual([{ kind: news, code: codeOf(n) }]);
  });

  it('tells nothing of somebody who does not borrow any more, and nobody of another office', async () => {
    await db.sql(`update loan set state = 'PAID' where case_id = $1`, [id('case', 12)]);
    await report(12, 'RETURNED', '2026-11-20', { detail: { returnType: 'ON_TIME' } });
    await relay();
    expect((await told()).filter(({ code }) => code === codeOf(12))).toEqual([]);
    expect(await told(`BANK:${id('org', 'NH-15')}`)).toEqual([]);
  });

  it('tells of a correction', async () => {
    const [event] = await db.sql<{ id: number }>(`select id from case_event where case_id = $1 and kind = 'DIED'`, [id('case', 9)]);
    await new CorrectEvent(db.api).run(centre(), { caseId: id('case', 9), eventId: event!.id, requestId: 'wrong', reason: 'nhầm người' });
    await relay();
    expect((await told()).filter(({ code }) => code === codeOf(9)).map(({ kind }) => kind)).toEqual(['DEATH', 'CORRECTION']);
  });

  it('rings at the office, leads to the loan, and nowhere else', async () => {
    const bell = new OwnBell(db.api);
    const { items } = await bell.read(bank());
    const own = items.filter(({ kind }) => kind === 'BORROWER');
    expect(own.map(({ caseCode, text }) => [caseCode, text])).toEqual(
      expect.arrayContaining([
        [codeOf(0), 'Người vay: về nước ngày 20/11/2026.'],
        [codeOf(9), 'Người vay: đính chính tin “Người lao động chết”.'],
      ]),
    );
    expect(own.find(({ caseCode }) => caseCode === codeOf(0))!.ref).toBe(id('loan', 0));
    expect(own.map(({ caseCode }) => caseCode)).not.toContain(codeOf(12));
    for (const other of [bank('15'), tenants.account('commune-12001').actor, tenants.account('agency-a').actor])
      expect((await bell.read(other)).items.filter(({ kind }) => kind === 'BORROWER')).toEqual([]);
  });

  it('is seen by the office it is for, not by commune, agency or another bank; its mail names nobody and no loan', async () => {
    const seenBy = async (name: string) =>
      db.api.run(tenants.account(name).actor, async (tx) => (await tx.query(`select 1 from notice where addressee like 'BANK:%'`)).length);
    expect(await Promise.all(['bank-12', 'bank-15', 'commune-12001', 'agency-a', 'agency-b'].map(seenBy))).toEqual([1, 0, 0, 0, 0]);
    const sink = await startSmtpSink();
    const mailer = new Mailer({ url: sink.url, from: 'Bến Về <no-reply@benve.test>' });
    const [notice] = await db.sql<{ id: number }>(`select id from notice where addressee = $1`, [BANK]);
    await new DeliverNotices(db.jobs, mailer, { PUBLIC_URL: 'http://localhost:3000' } as AppConfig).run([notice!.id]);
    mailer.close();
    await sink.close();
    expect(sink.mails.map(({ to }) => to)).toContain('NH-12@test.invalid');
    const text = Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(sink.mails[0]!.raw)![1]!, 'base64').toString();
    expect(text).toContain('Đã về nước: 1');
    expect(text).toContain('http://localhost:3000/von-vay?muc=running');
    expect(text.replace('Kính gửi: Ngân hàng 12', '')).not.toMatch(/Lò Văn|vay vốn|khoản vay|ngân hàng|nợ/i);
  });
});
