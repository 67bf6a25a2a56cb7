import { foldText } from '@app/kernel';
import { type MatchedOrder, type MatchedPerson, matchOrder, rankMatch } from './demand';
import { type ProposalRefusal, type ProposedCase, refuseProposal } from './proposal';

describe('a proposal', () => {
  const CASE: ProposedCase = {
    caseId: 'c',
    workerId: 'w',
    stage: 'COUNSELLED',
    provinceCode: '12',
    communeCode: '03390',
    agencyId: null,
    earlier: null,
  };
  it.each<[string, Partial<ProposedCase>, boolean, ProposalRefusal | undefined]>([
    ['of somebody counselled', {}, true, undefined],
    ['of somebody in a language course', { stage: 'SOURCED' }, true, undefined],
    ['of somebody nobody has counselled', { stage: 'REGISTERED' }, true, 'NOT_COUNSELLED'],
    ['of somebody selected', { stage: 'SELECTED' }, true, 'NOT_COUNSELLED'],
    ['of the agency’s own case', { agencyId: 'a' }, true, undefined],
    ['of another agency’s case', { agencyId: 'b' }, true, 'OTHER_AGENCY'],
    ['of somebody the agency has declined', { earlier: 'declined' }, true, 'DECLINED_BEFORE'],
    ['of somebody taken back before', { earlier: 'withdrawn' }, true, undefined],
    ['where the agency may not recruit', {}, false, 'NOT_PERMITTED_IN_COMMUNE'],
  ])('%s', (_, more, permitted, refused) => {
    expect(refuseProposal({ ...CASE, ...more }, { agencyId: 'a', permitted: () => permitted }, [])).toBe(refused);
  });

  it('of somebody whom a rule refuses', () => {
    expect(refuseProposal(CASE, { agencyId: 'a', permitted: () => true }, ['AGE'])).toBe('INELIGIBLE');
  });
});

describe('the orders offered to somebody', () => {
  const PERSON: MatchedPerson = {
    markets: ['JP'],
    occupations: ['chế biến'],
    language: null,
    canGoFrom: null,
    age: 25,
    sex: 'F',
    education: null,
  };
  const ORDER: MatchedOrder = { market: 'JP', occupation: 'Chế biến thủy sản', free: 2 };
  const told = (person: Partial<MatchedPerson>, order: Partial<MatchedOrder>) => {
    const { fits, misses } = matchOrder({ ...PERSON, ...person }, { ...ORDER, ...order }, foldText);
    return `${fits.join(' ')} / ${misses.join(' ')}`;
  };
  it.each<[string, Partial<MatchedPerson>, Partial<MatchedOrder>, string]>([
    ['the wish itself', {}, {}, 'FREE MARKET OCCUPATION AGE / '],
    ['another country and trade', {}, { market: 'TW', occupation: 'Hộ lý' }, 'FREE AGE / MARKET OCCUPATION'],
    ['no wish', { markets: [], occupations: [] }, {}, 'FREE AGE / '],
    ['a full order', {}, { free: 0 }, 'MARKET OCCUPATION AGE / FREE'],
    ['too old', {}, { ageTo: 24 }, 'FREE MARKET OCCUPATION / AGE'],
    ['the oldest age', {}, { ageTo: 25 }, 'FREE MARKET OCCUPATION AGE / '],
    ['the other sex', {}, { sex: 'M' }, 'FREE MARKET OCCUPATION AGE / SEX'],
    ['a language the person has', { language: 'Tiếng Nhật N4' }, { language: 'N4' }, 'FREE MARKET OCCUPATION AGE LANGUAGE / '],
    ['a language nobody has told', {}, { language: 'N4' }, 'FREE MARKET OCCUPATION AGE / LANGUAGE'],
    ['an unknown birth date', { age: null }, { ageTo: 24 }, 'FREE MARKET OCCUPATION / '],
  ])('%s', (_, person, order, words) => expect(told(person, order)).toBe(words));

  it('puts what is impossible behind what is only not wished', () => {
    const full = rankMatch(matchOrder(PERSON, { ...ORDER, free: 0 }, foldText));
    const elsewhere = rankMatch(matchOrder(PERSON, { ...ORDER, market: 'TW', occupation: 'Hộ lý' }, foldText));
    expect(full).toBeLessThan(elsewhere);
  });
});
