import type { ComparedPersonAnswer } from '../../../api/schema';
import { cellKey, type Choice, rowsToReport } from './report-rows';

const cell = (field: string, ours: string | null, theirs: string | null, form: string | null) => ({
  field,
  ours,
  theirs,
  written: theirs ?? '',
  form,
});
const person = (caseId: string, departedOn: string | null, differences: ComparedPersonAnswer['differences']): ComparedPersonAnswer => ({
  sheet: 'CSV',
  row: 2,
  caseId,
  caseCode: `BE${caseId}`,
  fullName: 'Lò Văn Thử',
  stage: 'ABROAD',
  departedOn,
  differences,
});

describe('rows of a bulk report from what was chosen', () => {
  const waiting = person('1', null, [
    cell('exitDate', null, '2026-11-20', 'departures'),
    cell('contractEnd', null, '2029-11-19', 'departures'),
    cell('certificateDate', null, '2026-10-01', 'certificates'),
  ]);
  const away = person('2', '2025-03-01', [
    cell('contractEnd', '2027-03-01', '2028-03-01', 'extensions'),
    cell('market', 'JP', 'KR', null),
    cell('returnDate', null, '2026-11-01', 'returns'),
  ]);
  const choose = (...said: [ComparedPersonAnswer, number, Choice][]) =>
    rowsToReport([waiting, away], new Map(said.map(([who, at, choice]) => [cellKey(who, who.differences[at]!), choice])));

  it('puts cells of one form and person into one row, days as people write them', () => {
    expect(choose([waiting, 0, 'theirs'], [waiting, 1, 'theirs'], [waiting, 2, 'theirs'])).toEqual({
      departures: [['BE1', 'Lò Văn Thử', '20/11/2026', '19/11/2029', '', '']],
      certificates: [['BE1', 'Lò Văn Thử', '01/10/2026', '', '']],
    });
    expect(choose([away, 0, 'theirs'], [away, 2, 'theirs'])).toEqual({
      extensions: [['BE2', 'Lò Văn Thử', '01/03/2028', '', '']],
      returns: [['BE2', 'Lò Văn Thử', '01/11/2026', '', '']],
    });
  });

  it('names the exit with a later contract, and nothing where the centre is right or no form is', () => {
    expect(choose([waiting, 1, 'theirs'])).toEqual({ departures: [['BE1', 'Lò Văn Thử', '20/11/2026', '19/11/2029', '', '']] });
    expect(choose([away, 0, 'ours'], [away, 1, 'theirs'])).toEqual({});
  });
});
