import { readDemands } from './pasted-demands';

const read = (text: string, commune = '03388') => readDemands(text, '2026-11-22', commune);

describe('a pasted list of people who wish to go', () => {
  it('finds each field by what it looks like, in whatever order', () => {
    const one = {
      fullName: 'Lò Văn Ước',
      communeCode: '03390',
      birthDate: '2004-03-05',
      birthPrecision: 'YMD',
      sex: 'M',
      phone: '0912 345 678',
      citizenId: '012204000001',
    };
    expect(read('Lò Văn Ước\t05/03/2004\tNam\t03390\t0912 345 678\t012204000001').lines).toEqual([one]);
    expect(read("1\t'012204000001\tLò Văn Ước\tnam\t5.3.2004\t0912 345 678\t03390").lines).toEqual([one]);
  });

  it('takes a year alone, and the commune of the list where a line names none', () => {
    expect(read('Vàng Thị Mỷ\t2005\tNữ').lines).toEqual([
      { fullName: 'Vàng Thị Mỷ', communeCode: '03388', birthDate: '2005-01-01', birthPrecision: 'Y', sex: 'F' },
    ]);
  });

  it('leaves the header out and names what it cannot read', () => {
    expect(read('STT\tHọ và tên\tNgày sinh\n1\tLò Văn A\t2004\n2\t\t2004').unread).toEqual([3]);
    expect(read('Lò Văn A\t2004', '').unread).toEqual([1]);
  });

  it('reads the columns that a header names, under whatever title', () => {
    const told = read(
      'Danh sách học sinh\nSTT\tHọ và tên bố\tHọ và tên\tNăm sinh\tNơi ở\tGiới tính\n1\tLò Văn Cha\tVàng A Sùng\t2004\tBản Nà Đoong\tNam',
    );
    expect(told).toEqual({
      lines: [{ fullName: 'Vàng A Sùng', communeCode: '03388', birthDate: '2004-01-01', birthPrecision: 'Y', sex: 'M' }],
      unread: [],
    });
    expect(read('Họ đệm\tTên\tNgày cấp\tNgày sinh\nLò Văn\tA\t01/02/2021\t05/03/2004').lines).toMatchObject([
      { fullName: 'Lò Văn A', birthDate: '2004-03-05' },
    ]);
  });

  it.each([
    'Xã Mường So',
    'xã Mường So',
    'Phường Tân Phong',
    'Thị trấn Tam Đường',
    'Bản Nà Đoong',
    'Thôn Hai',
    'Tổ dân phố Hai',
    'Trường nghề',
  ])('takes %j for a place, not for a person', (place) => {
    expect(read(`${place}\tLò Văn Ước\t2004`).lines).toMatchObject([{ fullName: 'Lò Văn Ước' }]);
    expect(read(`${place}\t2004`)).toEqual({ lines: [], unread: [1] });
    expect(read(`Họ và tên\tNăm sinh\n${place}\t2004`)).toEqual({ lines: [], unread: [2] });
  });

  it('keeps families whose name sounds like a place', () => {
    expect(read('Tô Văn Bản\t2004').lines).toMatchObject([{ fullName: 'Tô Văn Bản' }]);
  });

  it('keeps the commune a line names, in words or by code, before that of the list', () => {
    const told = read(
      'Họ và tên\tNăm sinh\tXã, thị trấn\tSĐT\tSố CCCD\nLò Văn A\t2004\tThị trấn Tam Đường (cũ)\t912345678\t12204000001\nLò Văn B\t2005\t03390\t\t\nLò Văn C\t2006\t\t\t',
    );
    expect(told.lines).toEqual([
      expect.objectContaining({ fullName: 'Lò Văn A', place: 'Thị trấn Tam Đường (cũ)', phone: '0912345678', citizenId: '012204000001' }),
      expect.objectContaining({ fullName: 'Lò Văn B', communeCode: '03390' }),
      expect.objectContaining({ fullName: 'Lò Văn C', communeCode: '03388' }),
    ]);
    expect(told.lines[0]).not.toHaveProperty('communeCode');
    expect(read('Lò Văn A\t2004\tXã Mường So').lines).toMatchObject([{ place: 'Xã Mường So' }]);
  });

  it('makes nobody of words alone', () => {
    expect(read('Danh sách học sinh đăng ký')).toEqual({ lines: [], unread: [1] });
  });
});
