import { type LocalDate, localDate } from '@app/kernel';
import { compareHolding, type Difference } from './compare-holdings';
import type { ReportedCase } from './judge-case-report';
import type { HeldCell, HeldField } from './read-holdings';

const TODAY = localDate('2026-11-22');
const day = (text: string | null): LocalDate | null => text as LocalDate | null;

const waiting: ReportedCase = {
  fullName: 'Lò Văn Thử',
  stage: 'CONTRACTED',
  market: null,
  contractSigned: day('2026-02-01'),
  departedOn: null,
  returnedOn: null,
  contractEnd: null,
  termMonths: 36,
  hasCertificate: false,
  certificateOn: null,
  hasContract: true,
};
const away: ReportedCase = { ...waiting, stage: 'ABROAD', market: 'JP', departedOn: day('2026-03-05'), contractEnd: day('2029-03-04') };
const back: ReportedCase = { ...away, stage: 'RETURNED', returnedOn: day('2026-11-01') };

const read = (value: string): HeldCell => ({ written: value, value });
const unclear = (written: string): HeldCell => ({ written, value: null });
const compare = (known: ReportedCase, cells: Partial<Record<HeldField, HeldCell>>) =>
  compareHolding(new Map(Object.entries(cells) as [HeldField, HeldCell][]), known, TODAY);
const forms = (found: readonly Difference[]) => found.map(({ field, form }) => [field, form]);

describe('an own list beside a case', () => {
  it.each<[string, ReportedCase, Partial<Record<HeldField, HeldCell>>]>([
    ['the same in other letters', away, { fullName: read('LÒ VĂN THỬ'), market: read('JP'), exitDate: read('2026-03-05') }],
    ['a name without its marks', away, { fullName: read('Lo Van Thu') }],
    ['nothing on both sides', waiting, { exitDate: unclear(''), returnDate: unclear('-'), market: unclear('chưa') }],
    ['columns that the list does not have', back, {}],
    ['cells that an agency does not keep', away, { market: unclear(''), contractEnd: unclear('chưa'), fullName: unclear('') }],
  ])('agrees in %s', (_, known, cells) => expect(compare(known, cells)).toEqual([]));

  it.each<[string, ReportedCase, Partial<Record<HeldField, HeldCell>>, [HeldField, string | null][]]>([
    ['an exit nobody reported', waiting, { exitDate: read('2026-11-20') }, [['exitDate', 'departures']]],
    ['an exit to come', waiting, { exitDate: read('2026-11-23') }, [['exitDate', null]]],
    ['another exit than the one that is known', away, { exitDate: read('2026-03-06') }, [['exitDate', null]]],
    [
      'everything of an exit at once',
      waiting,
      { market: read('JP'), exitDate: read('2026-11-20'), contractEnd: read('2029-11-19') },
      [
        ['market', 'departures'],
        ['exitDate', 'departures'],
        ['contractEnd', 'departures'],
      ],
    ],
    ['an end without an exit', waiting, { contractEnd: read('2029-11-19') }, [['contractEnd', null]]],
    [
      'the first end of somebody who left',
      { ...away, contractEnd: null },
      { contractEnd: read('2029-03-04') },
      [['contractEnd', 'departures']],
    ],
    ['a later end', away, { contractEnd: read('2030-03-04') }, [['contractEnd', 'extensions']]],
    ['an earlier end', away, { contractEnd: read('2028-03-04') }, [['contractEnd', null]]],
    ['another country', away, { market: read('KR') }, [['market', null]]],
    ['a return', away, { returnDate: read('2026-11-10') }, [['returnDate', 'returns']]],
    ['a return before the exit', away, { returnDate: read('2026-01-10') }, [['returnDate', null]]],
    ['another return than the one that is known', back, { returnDate: read('2026-11-10') }, [['returnDate', null]]],
    ['an exit that the list does not know', away, { exitDate: unclear('') }, [['exitDate', null]]],
    ['a return that the list does not know', back, { returnDate: unclear('') }, [['returnDate', null]]],
    ['a later end of somebody who is back', back, { contractEnd: read('2030-03-04') }, [['contractEnd', null]]],
    ['a certificate', waiting, { certificateDate: read('2026-10-01') }, [['certificateDate', 'certificates']]],
    ['a certificate after the exit', away, { certificateDate: read('2026-01-01') }, [['certificateDate', null]]],
    ['another name', away, { fullName: read('Lò Thị Thử') }, [['fullName', null]]],
    ['another day of the contract', away, { contractSigned: read('2026-02-02') }, [['contractSigned', null]]],
    ['words nobody can read', away, { exitDate: unclear('tháng 3') }, [['exitDate', null]]],
  ])('finds %s', (_, known, cells, expected) => expect(forms(compare(known, cells))).toEqual(expected));

  it('shows both sides and the words as they stand', () => {
    expect(compare(away, { exitDate: unclear('31/02/2026') })).toEqual([
      { field: 'exitDate', ours: '2026-03-05', theirs: null, written: '31/02/2026', form: null },
    ]);
  });
});
