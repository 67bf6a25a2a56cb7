import { AgencyNames, type NamedAgency, properName } from './agency-names';
import { isValidOn } from './licence';

const agency = (key: string, name: string, ...aliases: string[]): NamedAgency => ({ id: key, key, name, aliases });
const names = new AgencyNames([
  agency('BV', 'Công ty CP Nhân lực Ba Vòng (thử nghiệm)', 'Ba Vòng'),
  agency('SK', 'Công ty TNHH Phái cử Sao Khuê Mới (thử nghiệm)', 'Sao Khuê Mới'),
  agency('NM', 'Công ty CP Hợp tác lao động Nậm Mu Xanh (thử nghiệm)', 'Nậm Mu Xanh'),
  agency('TTDVVL-12', 'Trung tâm Dịch vụ việc làm tỉnh Lai Châu', 'TTDVVL', 'TTDVVL tỉnh'),
  agency('X1', 'Công ty TNHH Hải Âu'),
  agency('X2', 'Công ty CP Nhân lực Hải Âu'),
]);

describe('AgencyNames', () => {
  it.each([
    ['Cty Ba Vòng', 'BV'],
    ['C.ty Ba Vong', 'BV'],
    ['BV', 'BV'],
    ['bv', 'BV'],
    ['CÔNG TY CỔ PHẦN NHÂN LỰC BA VÒNG', 'BV'],
    ['Cty CP Nhân lực Ba Vòng', 'BV'],
    ['ba  vòng', 'BV'],
    ['Công ty TNHH Phái cử Sao Khuê Mới', 'SK'],
    ['Cty TNHH Sao Khuê Mới', 'SK'],
    ['C.Ty Nậm Mu Xanh', 'NM'],
    ['Cty CP HTLĐ Nậm Mu Xanh', undefined],
    ['TTDVVL tỉnh', 'TTDVVL-12'],
    ['Trung tâm dịch vụ việc làm tỉnh Lai Châu', 'TTDVVL-12'],
    ['Cty Ba Vong Vang', undefined],
    ['Ba Von', undefined],
    ['Cty', undefined],
    ['', undefined],
    ['Hải Âu', undefined],
    ['Công ty TNHH Hải Âu', 'X1'],
  ])('%s → %s', (written, key) => expect(names.match(written)?.key).toBe(key));

  it('eats no proper name that begins like a company word', () => {
    expect(properName('Công ty Cổ Phong')).toBe('co phong');
    expect(properName('Doanh Nghiệp Trẻ')).toBe('tre');
    expect(properName('Nhân lực')).toBe('nhan luc');
  });
});

it('a licence is judged by the day, first day in, last day out', () => {
  const history = [
    { number: '1', state: 'valid' as const, from: null, until: '2025-01-01' as never, basis: '' },
    { number: '1', state: 'suspended' as const, from: '2025-01-01' as never, until: null, basis: '' },
  ];
  expect([
    isValidOn(history, '2024-12-31' as never),
    isValidOn(history, '2025-01-01' as never),
    isValidOn([], '2024-01-01' as never),
  ]).toEqual([true, false, false]);
});
