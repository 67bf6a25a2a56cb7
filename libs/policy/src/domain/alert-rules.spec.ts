import { readPolicyRows, type FileFault } from './policy-file';
import { SEED_FILES } from './seed-files';
import { shapeFault } from './value-shape';
import type { AlertRuleValue } from './alert-rule-value';

const faults: FileFault[] = [];
const rows = SEED_FILES.flatMap((file) => readPolicyRows(file, faults));
const alerts = new Map(rows.filter((row) => row.key.startsWith('alert.')).map((row) => [row.key.slice(6), row.value as AlertRuleValue]));

describe('the seed', () => {
  it('is readable, every row of it', () => {
    expect(faults).toEqual([]);
  });

  it('names each key, market and day once', () => {
    const names = rows.map((row) => `${row.key} ${row.market} ${row.from}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  /** Days before or after the anchor, and who is told (order as in the plans). */
  const TABLE: [string, number, string[]][] = [
    ['EXPIRY_180', -180, ['agency', 'centre']],
    ['EXPIRY_90', -90, ['agency', 'centre', 'commune']],
    ['EXPIRY_60', -60, ['agency', 'family']],
    ['EXPIRY_30', -30, ['commune', 'centre', 'family']],
    ['EXPIRY_7', -7, ['agency', 'centre']],
    ['SEASONAL_EXPIRY_45', -45, ['centre', 'commune']],
    ['SEASONAL_EXPIRY_14', -14, ['centre', 'commune']],
    ['SEASONAL_EXPIRY_3', -3, ['centre', 'commune']],
    ['LAISSEZ_PASSER_14', -14, ['centre']],
    ['LAISSEZ_PASSER_3', -3, ['centre']],
    ['RETURN_UNCONFIRMED_0', 0, ['agency']],
    ['RETURN_UNCONFIRMED_3', 3, ['centre']],
    ['SUSPECTED_OVERSTAY', 1, ['commune', 'centre', 'department']],
    ['OVERSTAY_90', 90, ['department']],
    ['OVERSTAY_180', 180, ['department']],
    ['OVERSTAY_365', 365, ['department']],
    ['PERSUASION_DUE', 0, ['commune']],
    ['ABSCONDED_REPORT', 0, ['commune', 'centre', 'department']],
    ['RESIDENCE_NOTICE', 15, ['commune', 'worker']],
    ['WAIT_180_120', 120, ['agency', 'centre']],
    ['WAIT_180_150', 150, ['agency', 'centre']],
    ['WAIT_180_180', 180, ['agency', 'centre']],
    ['CERT_24M_60', -60, ['agency']],
    ['CERT_24M_0', 0, ['agency', 'centre']],
    ['PASSPORT_180', -180, ['agency']],
    ['HEALTH_30', -30, ['agency']],
    ['DB_UPDATE_3', 3, ['agency']],
    ['DB_UPDATE_5', 5, ['agency', 'centre']],
    ['END_UNKNOWN_5', 5, ['agency']],
    ['END_UNKNOWN_30', 30, ['agency', 'centre']],
    ['MONTHLY_UPDATE_10', -9, ['agency']],
    ['MONTHLY_UPDATE_18', -1, ['agency']],
    ['LICENCE_END_90', -90, ['agency', 'centre']],
    ['LICENCE_END_30', -30, ['agency', 'centre']],
    ['PERMISSION_END_30', -30, ['agency', 'centre']],
    ['PERMISSION_END_7', -7, ['agency', 'centre']],
    ['SUPPLY_END_60', -60, ['agency', 'centre']],
    ['SUPPLY_END_15', -15, ['agency', 'centre']],
    ['LOAN_DECISION_2', -2, ['centre']],
    ['LOAN_DECISION_0', 0, ['centre']],
    ['INSTALMENT_30', -30, ['centre']],
    ['INSTALMENT_7', -7, ['centre']],
    ['INSTALMENT_0', 0, ['centre']],
    ['INSTALMENT_OVER_1', 1, ['centre']],
    ['INSTALMENT_OVER_30', 30, ['centre', 'department']],
    ['EPS_ESCROW_35_25', -10, ['centre']],
    ['EPS_ESCROW_35_33', -2, ['centre']],
    ['EPS_ESCROW_35_35', 0, ['centre', 'department']],
    ['LIQUIDATION_180_90', -90, ['agency', 'centre']],
    ['LIQUIDATION_180_150', -30, ['agency', 'centre']],
    ['LIQUIDATION_180_180', 0, ['agency', 'centre']],
    ['REFUND_DUE_7', -7, ['agency', 'centre']],
    ['REFUND_DUE_OVER_1', 1, ['agency', 'centre']],
  ];

  it.each(TABLE)('%s falls due at %d days for %j', (rule, offset, recipients) => {
    expect(alerts.get(rule)).toMatchObject({ offsetDays: offset, recipients });
  });

  it('has these alert rules and no others', () => {
    expect([...alerts.keys()].sort()).toEqual(TABLE.map(([rule]) => rule).sort());
  });

  it('asks only people who are told, and passes questions on without going round in a circle', () => {
    for (const [rule, value] of alerts) {
      expect([rule, value.recipients]).toEqual([rule, expect.arrayContaining([value.owner])]);
      const asked: string[] = [value.owner];
      for (let step = value.escalation[0]; step; step = value.escalation.find((next) => next.from === asked.at(-1))) {
        if (step.from !== asked.at(-1)) break;
        expect(asked).not.toContain(step.to);
        asked.push(step.to);
      }
      expect(asked).toHaveLength(value.escalation.length + 1);
    }
  });

  it('waits seven days where the stay is only estimated, and visits families monthly, after a year quarterly', () => {
    expect(alerts.get('SUSPECTED_OVERSTAY')?.estimatedOffsetDays).toBe(7);
    expect(alerts.get('PERSUASION_DUE')?.repeat).toEqual({ everyDays: 30, untilDays: 365, thenEveryDays: 90 });
  });
});

describe('the shape of an alert rule', () => {
  const good = alerts.get('EXPIRY_90')!;
  it.each([
    ['a field too many', { ...good, colour: 'red' }, 'colour'],
    ['a field too few', Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'owner')), 'owner'],
    ['an unknown recipient', { ...good, recipients: ['police'] }, 'recipients'],
    ['nobody to tell', { ...good, recipients: [] }, 'recipients'],
    ['half a day', { ...good, offsetDays: -0.5 }, 'offsetDays'],
    ['two clocks', { ...good, answerWithin: { days: 3, workingDays: 3 } }, 'answerWithin'],
    ['a rhythm of no days', { ...good, repeat: { everyDays: 0, untilDays: 365, thenEveryDays: 90 } }, 'repeat'],
  ])('refuses %s and names the field', (_, value, field) => {
    expect(shapeFault('alert.EXPIRY_90', value)).toContain(field);
  });

  it.each([
    ['a recipient', { recipients: ['centre', 'commune'] }],
    ['at first sight', { recipientsAtFirstSight: ['family'] }],
    ['an owner', { owner: 'agency' }],
    ['the next in line', { escalation: [{ from: 'centre', to: 'commune', workingDays: 3 }] }],
  ])('tells nobody but the offices of the province how a person stands with the bank: %s', (_, change) => {
    const secret = alerts.get('INSTALMENT_OVER_30')!;
    expect(shapeFault('alert.INSTALMENT_OVER_30', { ...secret, ...change })).toContain('vốn vay');
    expect(shapeFault('alert.INSTALMENT_OVER_30', secret)).toBeUndefined();
  });

  it('takes the seed', () => {
    expect(shapeFault('alert.EXPIRY_90', good)).toBeUndefined();
  });
});
