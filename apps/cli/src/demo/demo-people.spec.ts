import { citizenIdClaims } from '@app/kernel';
import { inventPerson } from './demo-people';
import { DemoRandom } from './demo-random';

const COMMUNES = [
  { code: '02845', name: 'Xã A' },
  { code: '02846', name: 'Xã B' },
];
const people = (seed: number) => {
  const random = new DemoRandom(seed);
  return Array.from({ length: 600 }, (_, serial) => inventPerson(random, serial, COMMUNES));
};

describe('inventPerson', () => {
  const all = people(7);

  it('tells the same people again', () => {
    expect(people(7)).toEqual(all);
    expect(people(8)).not.toEqual(all);
  });

  it('gives each a number of its own from the invented serials, which agrees with sex and birth year', () => {
    const ids = all.map(({ citizenId }) => citizenId!);
    expect(new Set(ids).size).toBe(all.length);
    for (const [i, id] of ids.entries()) {
      expect(id).toMatch(/^012\d{3}9\d{5}$/);
      expect(citizenIdClaims(id)).toEqual({ sex: all[i]!.sex, birthYear: Number(all[i]!.birthDate!.slice(0, 4)) });
    }
  });

  it('uses only prefixes that no network has', () => {
    const phones = all.flatMap(({ phones, contacts }) => [...phones!, ...contacts!.flatMap(({ phone }) => (phone ? [phone] : []))]);
    for (const phone of phones) expect(phone).toMatch(/^\+84(30|31|51|53|54|71|72|73|74|75)\d{7}$/);
  });

  it('spreads people over the communes and the peoples of the province', () => {
    const communes = new Set(all.map(({ residence }) => residence.communeCode));
    expect([...communes].sort()).toEqual(COMMUNES.map(({ code }) => code));
    const share = (code: string) => all.filter(({ ethnicCode }) => ethnicCode === code).length / all.length;
    expect(share('03')).toBeGreaterThan(share('01'));
    expect(new Set(all.map(({ ethnicCode }) => ethnicCode)).size).toBe(7);
  });

  it('writes names as their people do', () => {
    for (const { fullName } of all) {
      expect(fullName).toBe(fullName.normalize('NFC'));
      expect(fullName.split(' ').length).toBeGreaterThanOrEqual(3);
    }
  });
});
