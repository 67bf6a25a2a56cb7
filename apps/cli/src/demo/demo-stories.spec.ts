import { type CaseRules, type LegalForm, STORED_STAGES, takeRecord } from '@app/casework';
import { addDays, localDate } from '@app/kernel';
import { recordOf } from './demo-case-records';
import { inventPerson } from './demo-people';
import { DemoRandom } from './demo-random';
import { DEMO_STORIES, tellStories } from './demo-stories';

const TODAY = localDate('2026-11-24');
const RULES: CaseRules = { today: TODAY, mode: 'record', certificateMonths: 24 };
const stay = () => ({ graceDays: 7, defaultStayDays: 30, estimatedOffsetDays: 7 });
const tell = (people: number) => tellStories(people, TODAY, new DemoRandom(1), stay);

describe('the demo stories', () => {
  const told = tell(500);
  const person = inventPerson(new DemoRandom(1), 0, [{ code: '02845', name: 'Xã A' }]);
  const records = told.flatMap((one, number) =>
    [one, ...(one.second ? [one.second] : [])].map((demo) => ({
      story: one.story,
      record: recordOf(demo, number, 'w', person, { agencyIds: ['a'], bankId: 'b' }, TODAY, TODAY)!,
    })),
  );

  it('are about as many as asked', () => {
    expect(told.length).toBeGreaterThan(450);
    expect(told.length).toBeLessThan(650);
    expect(tell(5_000).length / told.length).toBeGreaterThan(7);
  });

  it('are all taken by the lifecycle as they are told', () => {
    const refused = records.flatMap(({ story, record }) =>
      takeRecord(record, RULES).differing.map(({ kind, refusal }) => `${story} ${kind} ${refusal.code}`),
    );
    expect([...new Set(refused)]).toEqual([]);
  });

  it('reach every stage', () => {
    const stages = new Set(records.map(({ record }) => takeRecord(record, RULES).facts.stage));
    expect(STORED_STAGES.filter((stage) => !stages.has(stage))).toEqual([]);
  });

  it('stand on both sides of every edge of a contract end', () => {
    const forms = new Set<LegalForm>(['SERVICE', 'PUBLIC']);
    const ends = new Set(
      records.filter(({ record }) => forms.has(record.legalForm!)).map(({ record }) => takeRecord(record, RULES).facts.contractEnd),
    );
    for (const edge of [180, 90, 60, 30, 7]) for (const day of [edge + 1, edge, edge - 1]) expect(ends).toContain(addDays(TODAY, day));
    for (const day of [0, -1, -3, -4]) expect(ends).toContain(addDays(TODAY, day));
  });

  it('have a name each', () => {
    expect(new Set(DEMO_STORIES.map(({ name }) => name)).size).toBe(DEMO_STORIES.length);
  });
});
