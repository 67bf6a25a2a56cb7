import type { ComparedPersonAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/differences.json';
import { cellKey, type Choices } from './report-rows';
import { fieldWord, oursOf, theirsOf } from './shown-cell';

const t = area('differences', vi);
const asCode = (market: string): string => market;

/** The cells that were chosen as a file for the clerk: what to mend at home, what to ask the centre for, what is reported. */
export function savedRows(people: readonly ComparedPersonAnswer[], choices: Choices): string[][] {
  const rows = people.flatMap((person) =>
    person.differences.flatMap((one) => {
      const choice = choices.get(cellKey(person, one));
      if (!choice) return [];
      const what = choice === 'ours' ? 'mendTheirs' : one.form ? 'mendReported' : 'mendOurs';
      return [[person.caseCode, person.fullName, fieldWord(one.field), oursOf(one, asCode), theirsOf(one, asCode), t(what)]];
    }),
  );
  return [[t('code'), t('person'), t('cell'), t('ours'), t('theirs'), t('what')], ...rows];
}
