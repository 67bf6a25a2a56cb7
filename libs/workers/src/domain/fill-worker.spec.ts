import { foldText, localDate as day } from '@app/kernel';
import { fillWorker, type StoredWorker } from './fill-worker';
import type { WorkerRecord } from './worker-record';

const stored: StoredWorker = {
  id: 'w',
  version: 1,
  birthDate: day('1988-05-06'),
  birthPrecision: 'YMD',
  sex: 'M',
  ethnicCode: null,
  householdClass: null,
  education: null,
  skill: null,
  hamlet: null,
  hasCitizenId: true,
  hasPassport: false,
  phones: ['+84900000001'],
  contactKeys: ['lo thi mau'],
  priorityGroups: ['YOUTH_VOLUNTEER'],
};
const told = (more: Partial<WorkerRecord>): WorkerRecord => ({
  fullName: 'Lò Văn Mẫu',
  residence: { provinceCode: '12', communeCode: null },
  ...more,
});
const fill = (more: Partial<WorkerRecord>, known: Partial<StoredWorker> = {}) => fillWorker({ ...stored, ...known }, told(more), foldText);

describe('fillWorker', () => {
  it.each([
    ['a year never replaces a full date', {}, { birthDate: day('1988-01-01'), birthPrecision: 'Y' as const }, {}, ['birthDate']],
    [
      'a full date betters a year',
      { birthDate: day('1988-01-01'), birthPrecision: 'Y' as const },
      { birthDate: day('1988-05-06') },
      { birthDate: '1988-05-06', birthPrecision: 'YMD' },
      [],
    ],
    [
      'a full date of another year is left to a person',
      { birthDate: day('1987-01-01'), birthPrecision: 'Y' as const },
      { birthDate: day('1988-05-06') },
      {},
      ['birthDate'],
    ],
    ['two full dates that differ are left to a person', {}, { birthDate: day('1988-05-07') }, {}, ['birthDate']],
    ['an empty field is filled', {}, { ethnicCode: '03' }, { ethnicCode: '03' }, []],
    ['a filled field stays', {}, { sex: 'F' as const }, {}, ['sex']],
    ['newer telephone numbers replace', {}, { phones: ['+84900000002'] }, { phones: ['+84900000002'] }, []],
    ['no telephone takes none away', {}, { phones: [] }, {}, []],
    ['a known relative is not added twice', {}, { contacts: [{ fullName: 'LÒ THỊ MẪU' }] }, {}, []],
    ['groups are added', {}, { priorityGroups: ['YOUTH_VOLUNTEER', 'POOR'] }, { priorityGroups: ['YOUTH_VOLUNTEER', 'POOR'] }, []],
  ])('%s', (_, known, more, set, kept) => {
    const filling = fill(more, known);
    expect(filling.set).toEqual(set);
    expect(filling.kept).toEqual(kept);
  });
});
