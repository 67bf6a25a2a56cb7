import { readCitizenId } from './read-citizen-id';

describe('what a citizen number says', () => {
  it.each([
    ['012098900001', { sex: 'M', birthYear: 1998 }],
    ['012198900001', { sex: 'F', birthYear: 1998 }],
    ['012205900001', { sex: 'M', birthYear: 2005 }],
    ['012305900001', { sex: 'F', birthYear: 2005 }],
  ] as const)('%s', (number, told) => expect(readCitizenId(number)).toEqual(told));

  it.each(['', '01209890000', '0120989000011', '01209890000a'])('%s says nothing', (number) =>
    expect(readCitizenId(number)).toBeUndefined(),
  );
});
