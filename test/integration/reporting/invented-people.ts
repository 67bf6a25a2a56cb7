import { createHash } from 'node:crypto';
import { foldText } from '@app/kernel';

export interface Invented {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  /** Between 1970 and 2007. */
  readonly birth: string;
  readonly phone: string;
  /** The old commune they registered with, and the code of the one it lies in today. */
  readonly unitId: number;
  readonly place: string;
  readonly code: string;
}

const FAMILY = (
  'Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Lò Lường Quàng Tòng Cà Vì Điêu Lù Mào Cầm Hà Vàng Giàng Thào Sùng Tẩn Chẻo Phàn Hảng ' +
  'Mùa Vừ Sìn Lùng'
).split(' ');
const MIDDLE =
  'Văn|Thị|Đức|Minh|Hữu|Quốc|Thanh|Ngọc|Xuân|Hồng|Kim|Thu|A|Thị Thu|Văn Minh|Thị Ngọc|Thị Hồng|Thị Kim|Văn Đức|Xuân Thanh|Thị Mai|Quang|Đình|Công|Bá|Thị Bích|Thị Lan|Thị Thanh|Văn Quang|Mạnh'.split(
    '|',
  );
const GIVEN = (
  'An Anh Ánh Bảo Bắc Bích Bình Châu Chi Chiến Công Cường Dung Dũng Duy Duyên Dương Đạt Đông Giang Hà Hải Hạnh Hằng Hiền Hiếu Hòa Hoa Hoàng Hồng Huệ Hùng Huy Hương Hường Khánh Khoa Kiên Lan ' +
  'Lâm Liên Linh Loan Long Lộc Ly Mai Mạnh Mận Mỹ Nam Nga Ngân Nghĩa Nhung Oanh Phong Phúc Phương Phượng Quang Quân Quyên Quỳnh Sơn Tài Tâm Thắm Thảo Thắng Thịnh Thoa Thỏa Thủy Thúy Tiến Toàn Trang ' +
  'Trung Tuấn Tú Tuyết Uyên Vân Việt Vinh Yến Thoan Pâng Ín Xương Ơn Hặc Tiêng Biên Piềng Muôn Dí Nử Páo Súa Chớ Lả Tòa'
).split(' ');

/** The same people on every run; no number can ring anybody. */
export function inventPeople(count: number, communes: readonly { unitId: number; name: string; code: string }[]): Invented[] {
  let seed = 20_261_128;
  const draw = (n: number) => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % n;
  const from = <T>(list: readonly T[]): T => list[Math.floor((draw(1_000_003) / 1_000_003) * list.length)]!;
  return Array.from({ length: count }, (_, n) => {
    const name = `${from(FAMILY)} ${from(MIDDLE)} ${from(GIVEN)}`;
    const place = from(communes);
    const hex = createHash('md5').update(`invented ${n}`).digest('hex');
    return {
      id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`,
      name,
      key: foldText(name),
      birth: `${1970 + Math.floor((draw(1_000_003) / 1_000_003) * 37)}-0${1 + draw(9)}-1${draw(9)}`,
      phone: `+8430${String(Math.floor((draw(100_000_007) / 100_000_007) * 10_000_000)).padStart(7, '0')}`,
      unitId: place.unitId,
      place: place.name,
      code: place.code,
    };
  });
}

const OTHER_TONE: readonly [RegExp, string][] = [
  [/òa$/, 'oà'],
  [/óa$/, 'oá'],
  [/ỏa$/, 'oả'],
  [/ủy$/, 'uỷ'],
  [/úy$/, 'uý'],
];
const withOtherTone = (name: string) => OTHER_TONE.reduce((text, [is, other]) => text.replace(is, other), name);

interface Question {
  readonly way: string;
  readonly text: string;
  readonly id: string;
}

/** Eight ways to ask, 25 each, always about somebody whom the question means alone. */
export function questionsOf(people: readonly Invented[]): Question[] {
  const words = (one: Invented) => one.key.split(' ');
  const given = (one: Invented) => words(one).at(-1)!;
  const bare = (one: Invented) => foldText(one.place.replace(/^(Xã|Phường|Thị trấn) /, ''));
  const year = (one: Invented) => one.birth.slice(0, 4);
  const ways: [way: string, means: (one: Invented) => string, text: (one: Invented) => string, fits?: (one: Invented) => boolean][] = [
    ['no marks, year', (one) => `${one.key} ${year(one)}`, (one) => `${one.key} ${year(one)}`],
    [
      'other tone place',
      (one) => `${one.key} ${year(one)}`,
      (one) => `${withOtherTone(one.name)} ${year(one)}`,
      (one) => withOtherTone(one.name) !== one.name,
    ],
    ['NFD', (one) => `${one.key} ${year(one).slice(2)}`, (one) => `${one.name.normalize('NFD')} ${year(one).slice(2)}`],
    ['reversed', (one) => `${words(one).toSorted().join(' ')} ${year(one)}`, (one) => `${words(one).toReversed().join(' ')} ${year(one)}`],
    ['name and old commune', (one) => `${one.key} ${one.code}`, (one) => `${one.key} ${bare(one)}`],
    [
      'last four digits and given name',
      (one) => `${one.phone.slice(-4)} ${given(one)}`,
      (one) => `${given(one)} ${one.phone.slice(-4)}`,
      (one) => Number(one.phone.slice(-4)) > 2030,
    ],
    ['last six digits', (one) => one.phone.slice(-6), (one) => one.phone.slice(-6)],
    [
      'given, family, year',
      (one) => `${given(one)} ${words(one)[0]} ${year(one).slice(2)}`,
      (one) => `${given(one)} ${words(one)[0]} ${year(one).slice(2)}`,
    ],
  ];
  return ways.flatMap(([way, means, text, fits]) => {
    const met = new Map<string, number>();
    for (const one of people) met.set(means(one), (met.get(means(one)) ?? 0) + 1);
    const alone = people.filter((one) => met.get(means(one)) === 1 && (fits?.(one) ?? true));
    const step = Math.floor(alone.length / 25);
    return Array.from({ length: 25 }, (_, i) => ({ way, text: text(alone[i * step]!), id: alone[i * step]!.id }));
  });
}
