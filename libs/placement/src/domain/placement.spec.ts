import { localDate as day } from '@app/kernel';
import { fitOf, rankFit } from './fit';
import { openingFault } from './opening';
import { decideOutcome, decideReferral } from './referral';
import type { ReturneeFacts } from './returnee';

const TODAY = day('2026-11-26');
const WELDER: ReturneeFacts = { occupations: ['Hàn xì'], language: 'KO', market: 'KR', communeCode: '03388' };
const OPENING = { occupation: 'Thợ hàn', language: 'KO', communeCode: '03388' } as const;

describe('does an opening fit', () => {
  const said = (person: Partial<ReturneeFacts>, opening: Partial<Parameters<typeof fitOf>[1]>) => {
    const { fits, misses, languageGuessed } = fitOf({ ...WELDER, ...person }, { ...OPENING, ...opening });
    return `${fits.join(' ')} / ${misses.join(' ')}${languageGuessed ? ' guessed' : ''}`;
  };
  it.each([
    ['all three', {}, {}, 'TRADE LANGUAGE COMMUNE / '],
    ['another trade', { occupations: ['Chế biến thủy sản'] }, {}, 'LANGUAGE COMMUNE / TRADE'],
    ['a trade told by the register only', { occupations: ['Xây dựng', 'hàn điện'] }, {}, 'TRADE LANGUAGE COMMUNE / '],
    ['nothing known of the trade', { occupations: [] }, {}, 'LANGUAGE COMMUNE / '],
    ['words that every trade has', { occupations: ['Công nhân kỹ thuật'] }, { occupation: 'Công nhân may' }, 'LANGUAGE COMMUNE / TRADE'],
    ['to sew is not a machine', { occupations: ['Vận hành máy xúc'] }, { occupation: 'May công nghiệp' }, 'LANGUAGE COMMUNE / TRADE'],
    ['no language asked', {}, { language: null }, 'TRADE COMMUNE / '],
    ['another language asked', {}, { language: 'JA' }, 'TRADE COMMUNE / LANGUAGE'],
    ['the language of the country', { language: null }, {}, 'TRADE LANGUAGE COMMUNE /  guessed'],
    ['what the person says counts before the country', { language: 'EN' }, {}, 'TRADE COMMUNE / LANGUAGE'],
    ['another commune', {}, { communeCode: '03390' }, 'TRADE LANGUAGE / COMMUNE'],
    ['a place that is not told', {}, { communeCode: null }, 'TRADE LANGUAGE / '],
  ] as const)('%s', (_, person, opening, expected) => expect(said(person, opening)).toBe(expected));

  it('puts the trade before the language, and the language before the way to work', () => {
    const rank = (opening: Partial<Parameters<typeof fitOf>[1]>) => rankFit(fitOf(WELDER, { ...OPENING, ...opening }));
    const trade = rank({ language: null, communeCode: null });
    const language = rank({ occupation: 'Phiên dịch', communeCode: null });
    const near = rank({ occupation: 'Phiên dịch', language: null });
    expect([trade > language, language > near]).toEqual([true, true]);
    expect(rank({ communeCode: '03390', language: null })).toBe(trade);
  });
});

describe('an opening', () => {
  it.each([
    ['until today', {}, undefined],
    ['until yesterday', { until: day('2026-11-25') }, 'OPENING_ENDS_IN_PAST'],
    ['one wage', { wageTo: 7_000_000 }, undefined],
    ['wages the wrong way round', { wageTo: 6_999_999 }, 'WAGES_REVERSED'],
    ['as many places as are held', { places: 2 }, undefined],
    ['fewer places than are held', { places: 1 }, 'PLACES_TAKEN'],
  ] as const)('%s', (_, change, fault) =>
    expect(openingFault({ until: TODAY, wageFrom: 7_000_000, wageTo: null, places: 3, ...change }, TODAY, 2)).toBe(fault),
  );
});

describe('a referral', () => {
  const open = { state: 'open', until: TODAY, places: 2, taken: 1 } as const;
  it.each([
    ['the last place', {}, false, undefined],
    ['no place', { taken: 2 }, false, 'NO_PLACE'],
    ['closed', { state: 'closed' }, false, 'OPENING_CLOSED'],
    ['ended yesterday', { until: day('2026-11-25') }, false, 'OPENING_OVER'],
    ['still abroad', {}, true, 'STILL_ABROAD'],
  ] as const)('%s', (_, change, abroad, refusal) => expect(decideReferral({ ...open, ...change }, abroad, TODAY)).toBe(refusal));

  it.each([
    ['took the job', null, 'taken', null, 0, undefined],
    ['declined', null, 'declined', 'WAGE', 0, undefined],
    ['declined without a reason', null, 'declined', null, 0, 'REASON_MISSING'],
    ['nobody answers, no reason', null, 'no_answer', null, 0, 'REASON_MISSING'],
    ['answers after all, a place is left', 'no_answer', 'taken', null, 1, undefined],
    ['answers after all, the place is gone', 'no_answer', 'taken', null, 0, 'NO_PLACE'],
    ['took it, then left', 'taken', 'declined', 'FAR', 0, undefined],
    ['said twice', 'taken', 'taken', null, 0, undefined],
  ] as const)('%s', (_, was, becomes, reason, free, fault) => expect(decideOutcome(was, becomes, { reason, free })).toBe(fault));
});
