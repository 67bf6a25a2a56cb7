import { localDate as day } from '@app/kernel';
import { compareVoices, type Statement, type Voice } from './voices';

const RULES = { toleranceDays: 3, waitDays: 7, answerWorkingDays: 5 };
const says = (voice: Voice, on: string | null, saidOn = '2026-11-02'): Statement => ({
  voice,
  happened: true,
  on: on ? day(on) : null,
  saidOn: day(saidOn),
});
const denies = (voice: Voice, saidOn = '2026-11-05'): Statement => ({ voice, happened: false, on: null, saidOn: day(saidOn) });

describe('three voices about one crossing', () => {
  it.each([
    ['nobody said anything', [], true, '2026-11-22', { state: 'unsaid' }],
    ['only a denial', [denies('FAMILY')], true, '2026-11-22', { state: 'unsaid' }],
    ['agency alone, the last day of waiting', [says('AGENCY', '2026-11-01')], true, '2026-11-08', { state: 'waiting' }],
    [
      'agency alone, waited long enough: the commune',
      [says('AGENCY', '2026-11-01')],
      true,
      '2026-11-09',
      { state: 'differs', rule: 'ONE_SILENT', owner: 'commune', since: '2026-11-09' },
    ],
    [
      'family alone: the agency',
      [says('FAMILY', '2026-11-01')],
      true,
      '2026-11-09',
      { state: 'differs', rule: 'ONE_SILENT', owner: 'agency', since: '2026-11-09' },
    ],
    [
      'family alone, no agency: the centre',
      [says('FAMILY', '2026-11-01')],
      false,
      '2026-11-09',
      { state: 'differs', rule: 'ONE_SILENT', owner: 'centre', since: '2026-11-09' },
    ],
    [
      'paper alone, no agency: the commune',
      [says('PAPER', '2026-11-01')],
      false,
      '2026-11-09',
      { state: 'differs', rule: 'ONE_SILENT', owner: 'commune', since: '2026-11-09' },
    ],
    ['two agree to the day', [says('AGENCY', '2026-11-01'), says('FAMILY', '2026-11-01')], true, '2026-12-30', { state: 'agreed' }],
    ['two within the tolerance', [says('AGENCY', '2026-11-01'), says('PAPER', '2026-11-04')], true, '2026-11-05', { state: 'agreed' }],
    [
      'two a day beyond it',
      [says('AGENCY', '2026-11-01'), says('PAPER', '2026-11-05')],
      true,
      '2026-11-05',
      { state: 'differs', rule: 'DATES_DIFFER', owner: 'centre', since: '2026-11-02' },
    ],
    ['over the end of February', [says('AGENCY', '2028-02-28'), says('PAPER', '2028-03-02')], true, '2028-03-05', { state: 'agreed' }],
    ['two of whom one has no day', [says('AGENCY', '2026-11-01'), says('FAMILY', null)], true, '2026-11-05', { state: 'agreed' }],
    [
      'one denies',
      [says('AGENCY', '2026-11-01'), denies('FAMILY')],
      true,
      '2026-11-05',
      { state: 'differs', rule: 'ONE_DENIES', owner: 'centre', since: '2026-11-05' },
    ],
    [
      'two against one',
      [says('AGENCY', '2026-11-01'), says('PAPER', '2026-11-01'), denies('FAMILY')],
      true,
      '2026-11-05',
      { state: 'differs', rule: 'ONE_DENIES', owner: 'centre', since: '2026-11-05' },
    ],
    [
      'a denial taken back',
      [says('AGENCY', '2026-11-01'), denies('FAMILY', '2026-11-03'), says('FAMILY', '2026-11-01', '2026-11-05')],
      true,
      '2026-11-05',
      { state: 'agreed' },
    ],
    [
      'two words of one voice on one day: the last said',
      [says('FAMILY', '2026-11-01'), denies('AGENCY', '2026-11-05'), says('AGENCY', '2026-11-01', '2026-11-05')],
      true,
      '2026-11-05',
      { state: 'agreed' },
    ],
    [
      'the last said counts, whatever its day',
      [says('FAMILY', '2026-11-01'), says('AGENCY', '2026-11-01', '2026-11-06'), denies('AGENCY', '2026-11-04')],
      true,
      '2026-11-06',
      { state: 'differs', rule: 'ONE_DENIES', owner: 'centre', since: '2026-11-04' },
    ],
    [
      'a day put right',
      [says('AGENCY', '2026-10-01'), says('AGENCY', '2026-11-01', '2026-11-04'), says('PAPER', '2026-11-02')],
      true,
      '2026-11-05',
      { state: 'agreed' },
    ],
  ] as const)('%s', (_, statements, hasAgency, today, expected) =>
    expect(compareVoices(statements as readonly Statement[], hasAgency, RULES, day(today))).toEqual(expected),
  );
});
