import { addDays, type CitizenId, type LocalDate, localDate, parseCitizenId } from '@app/kernel';
import type { FamilyContactRecord, WorkerRecord } from '@app/workers';
import PEOPLES from './demo-names.json';
import type { DemoRandom } from './demo-random';

/** A commune of today in the demo province. */
export interface DemoCommune {
  readonly code: string;
  readonly name: string;
}

/** Mobile prefixes that no network has been given: a demo number can never ring anybody. */
const UNUSED_PREFIXES = ['30', '31', '51', '53', '54', '71', '72', '73', '74', '75'];
/** Birth registration code of the former Lai Châu. Serials from 900000 up are invented ones. */
const REGISTRATION = '012';
const FIRST_SERIAL = 900_000;
/** Of working age for years to come, and the same people on whatever day the demo is made. */
const BORN_BEFORE = localDate('2007-01-01');
const HAMLETS = [
  'Bản Mới',
  'Bản Nà Khoang',
  'Bản Huổi Luông',
  'Bản Pa Khóa',
  'Bản Sin Chải',
  'Bản Nậm Cúm',
  'Bản Phiêng Chá',
  'Khu 2',
  'Bản Hồng Quảng',
  'Bản Thèn Sin',
];
const SCHOOLS = ['TH', 'THCS', 'THCS', 'THPT', 'THPT', 'TC'];
const HOUSEHOLDS = ['POOR', 'POOR', 'NEAR_POOR', 'NONE', 'NONE'];

interface People {
  readonly people: string;
  readonly code: string;
  readonly share: number;
  readonly families: readonly string[];
  readonly M: readonly string[];
  readonly F: readonly string[];
}

/** An invented person of the province; `serial` keeps numbers apart. No value belongs to anybody. */
export function inventPerson(random: DemoRandom, serial: number, communes: readonly DemoCommune[]): WorkerRecord {
  const people = pickPeople(random);
  const sex = random.chance(0.6) ? 'M' : 'F';
  const birthDate = addDays(BORN_BEFORE, -random.between(0, 18 * 365));
  const commune = communes[serial % communes.length]!;
  const hamlet = random.pick(HAMLETS);
  return {
    residence: {
      provinceCode: '12',
      communeCode: commune.code,
      declaredPlace: `${hamlet}, ${commune.name}`,
      hamlet,
      resolvedBy: 'code',
    },
    fullName: `${random.pick(people.families)} ${random.pick(people[sex])}`,
    birthDate,
    birthPrecision: 'YMD',
    sex,
    ethnicCode: people.code,
    householdClass: random.pick(HOUSEHOLDS),
    education: random.pick(SCHOOLS),
    citizenId: citizenId(serial, sex, birthDate),
    passport: serial % 3 === 0 ? null : `D${String(9_000_000 + serial).padStart(7, '0')}`,
    phones: [phone(random, serial)],
    contacts: [relative(random, people, serial, commune)],
    consentFamilyNotice: random.chance(0.7),
  };
}

function pickPeople(random: DemoRandom): People {
  const list = PEOPLES as readonly People[];
  let left = random.next() * list.reduce((sum, { share }) => sum + share, 0);
  return list.find(({ share }) => (left -= share) < 0) ?? list[0]!;
}

function citizenId(serial: number, sex: 'M' | 'F', birthDate: LocalDate): CitizenId {
  const century = (birthDate < '2000' ? 0 : 2) + (sex === 'M' ? 0 : 1);
  return parseCitizenId(`${REGISTRATION}${century}${birthDate.slice(2, 4)}${FIRST_SERIAL + serial}`)!;
}

function phone(random: DemoRandom, serial: number): string {
  return `+84${random.pick(UNUSED_PREFIXES)}${String(serial).padStart(5, '0')}${random.between(10, 99)}`;
}

function relative(random: DemoRandom, people: People, serial: number, commune: DemoCommune): FamilyContactRecord {
  const kin = random.pick([
    ['Bố', 'M'],
    ['Mẹ', 'F'],
    ['Anh', 'M'],
    ['Chị', 'F'],
  ] as const);
  return {
    fullName: `${random.pick(people.families)} ${random.pick(people[kin[1]])}`,
    kin: kin[0],
    phone: random.chance(0.8) ? phone(random, serial) : null,
    communeCode: commune.code,
    hamlet: random.pick(HAMLETS),
    consent: random.chance(0.7),
  };
}
