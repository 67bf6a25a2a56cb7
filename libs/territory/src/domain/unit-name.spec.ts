import { exactKey, foldedKey, readUnitName } from './unit-name';
import { readWrittenPlace } from './written-place';

describe('type words', () => {
  it.each([
    ['Xã Giang Ma', 'xa', 'Giang Ma'],
    ['X. Bản Lang', 'xa', 'Bản Lang'],
    ['X.Bản Lang', 'xa', 'Bản Lang'],
    ['XÃ SƠN BÌNH', 'xa', 'SƠN BÌNH'],
    ['Phường 1', 'phuong', '1'],
    ['P. 12', 'phuong', '12'],
    ['P12', 'phuong', '12'],
    ['P.Tân Phong', 'phuong', 'Tân Phong'],
    ['Thị trấn Phong Thổ', 'thi_tran', 'Phong Thổ'],
    ['TT. Phong Thổ', 'thi_tran', 'Phong Thổ'],
    ['TT.Phong Thổ', 'thi_tran', 'Phong Thổ'],
    ['tt Tam Đường', 'thi_tran', 'Tam Đường'],
    ['Thi tran Tam Duong', 'thi_tran', 'Tam Duong'],
    ['Đặc khu Lý Sơn', 'dac_khu', 'Lý Sơn'],
    ['Thị xã Đức Phổ', 'thi_xa', 'Đức Phổ'],
    ['TX. Đức Phổ', 'thi_xa', 'Đức Phổ'],
    ['TP Mỹ Tho', 'thanh_pho', 'Mỹ Tho'],
    ['T.P Mỹ Tho', 'thanh_pho', 'Mỹ Tho'],
    ['H. Tam Đường', 'huyen', 'Tam Đường'],
    ['Q.1', 'quan', '1'],
    ['Tỉnh Lai Châu', 'tinh', 'Lai Châu'],
    ['Xã Giang Ma'.normalize('NFD'), 'xa', 'Giang Ma'],
    ['  xã\u00a0Giang  Ma,', 'xa', 'Giang Ma'],
  ])('%s is %s + %s', (written, type, bare) => expect(readUnitName(written)).toMatchObject({ type, bare }));

  it.each(['Phong Thổ', 'Xà Phìn', 'Thị Hoa', 'Hua Bum', 'Tam Đường', 'Ph', 'xã', 'Tình Nghĩa'])('%s has none', (written) =>
    expect(readUnitName(written)).toMatchObject({ type: undefined, bare: written }),
  );

  it('doubts a type word without marks: it may be the name', () => {
    expect(
      ['Quan Hoa', 'Xa Dung', 'H Bông', 'Xã Dung'].map((written) => [readUnitName(written).surely, readUnitName(written).literal]),
    ).toEqual([
      [false, 'Quan Hoa'],
      [false, 'Xa Dung'],
      [false, 'H Bông'],
      [true, 'Xã Dung'],
    ]);
  });
});

describe('keys', () => {
  it.each([
    ['Hòa Bình', 'Hoà Bình'],
    ['Thủy Nguyên', 'Thuỷ Nguyên'],
    ["M'Đrắk", 'M’Đrắk'],
    ['Chân Mây - Lăng Cô', 'Chân Mây-Lăng Cô'],
    ['PHONG THỔ', 'Phong Thổ'],
    ['01', '1'],
    ['N.T Phong Hải', 'Nông trường Phong Hải'],
    ['NT Trần Phú', 'N.T. Trần Phú'],
    ['Hòa'.normalize('NFD'), 'Hòa'],
  ])('%s and %s are one name', (a, b) => expect(exactKey(a)).toBe(exactKey(b)));

  it.each([
    ['Nga Thanh', 'Nga Thạnh'],
    ['Ia Bang', 'Ia Băng'],
    ['Tân Thanh', 'Tân Thành'],
    ['Đa Lộc', 'Da Lộc'],
    ['Sơn', 'Sớn'],
    ['Phường 1', 'Phường 11'],
  ])('%s and %s are two', (a, b) => expect(exactKey(a)).not.toBe(exactKey(b)));

  it('folds marks away: the weaker key', () => {
    expect([foldedKey('Sì Lở Lầu'), foldedKey('Đăk Hà'), foldedKey('ĐĂK HÀ')]).toEqual(['si lo lau', 'dak ha', 'dak ha']);
  });
});

describe('written places', () => {
  const districts = ['Tam Đường', 'Phong Thổ', 'Lai Châu'];
  const read = (written: string) => {
    const place = readWrittenPlace(written, (name) => districts.includes(name.bare));
    return [place.communes.map((name) => name.bare).join('/'), place.wider.map((name) => name.bare).join('/'), place.saysOld];
  };
  it.each<[string, string, string, boolean]>([
    ['Giang Ma, Tam Đường', 'Giang Ma', 'Tam Đường', false],
    ['Bản Mường Cấu, xã Khun Há', 'Khun Há', '', false],
    ['Bản Mường Cấu xã Khun Há huyện Tam Đường tỉnh Lai Châu', 'Khun Há', 'Tam Đường/Lai Châu', false],
    ['Khun Há; Bản Mường Cấu', 'Khun Há', '', false],
    ['Bản Lang', 'Bản Lang', '', false],
    ['Bản Lang, Phong Thổ', 'Bản Lang', 'Phong Thổ', false],
    ['Phong Thổ', 'Phong Thổ', '', false],
    ['Thị xã Đức Phổ', 'Đức Phổ', '', false],
    ['Xã Ma Quai (cũ)', 'Ma Quai', '', true],
    ['Xã Ma Quai cũ', 'Ma Quai', '', true],
    ['Xã Giang Ma (nay là xã Tả Lèng)', 'Giang Ma', '', false],
    ['Phường 1 thành phố Mỹ Tho', '1', 'Mỹ Tho', false],
    ['Phường Phổ Thạnh, thị xã Đức Phổ', 'Phổ Thạnh', 'Đức Phổ', false],
    ['', '', '', false],
  ])('%s', (written, commune, wider, old) => expect(read(written)).toEqual([commune, wider, old]));
});
