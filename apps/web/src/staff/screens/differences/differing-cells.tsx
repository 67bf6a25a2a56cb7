import { Link } from '@tanstack/react-router';
import type { ComparedPersonAnswer, DifferenceAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/differences.json';
import { useMarkets } from '../../parts/markets';
import { TableHead } from '../../parts/plain-table';
import { type Choice, cellKey, type Choices } from './report-rows';
import { fieldWord, oursOf, theirsOf } from './shown-cell';

const t = area('differences', vi);
const COLUMNS = ['person', 'cell', 'ours', 'theirs', 'what'] as const;

interface Choosing {
  readonly choices: Choices;
  readonly onChoose: (key: string, choice: Choice) => void;
}

/** Who differs, a row for each cell: what the centre has, what the list has, and who is right. */
export function DifferingCells({ people, ...choosing }: Choosing & { people: readonly ComparedPersonAnswer[] }) {
  return (
    <div className="sheet table-scroll" role="region" aria-label={t('title')} tabIndex={0}>
      <table className="plain-table differing-cells">
        <TableHead heads={COLUMNS.map((column) => t(column))} />
        {people.map((person) => (
          <tbody key={`${person.caseId} ${person.row}`}>
            {person.differences.map((one, at) => (
              <tr key={one.field}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={person.differences.length}>
                    <Link to="/ho-so/$caseId" params={{ caseId: person.caseId } as never}>
                      {person.fullName}
                    </Link>
                    <div className="quiet small">
                      {person.caseCode} · {t('row', { row: person.row })}
                    </div>
                  </th>
                )}
                <Cells person={person} one={one} {...choosing} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cells({ person, one, choices, onChoose }: Choosing & { person: ComparedPersonAnswer; one: DifferenceAnswer }) {
  const { nameOf } = useMarkets();
  const key = cellKey(person, one);
  const choice = choices.get(key);
  const said = theirsOf(one, nameOf);
  const button = (value: Choice, word: string) => (
    <button type="button" className="plain-button choice-button" aria-pressed={choice === value} onClick={() => onChoose(key, value)}>
      {word}
    </button>
  );
  return (
    <>
      <td>{fieldWord(one.field)}</td>
      <td className={choice === 'theirs' ? 'cell-passed' : undefined}>{oursOf(one, nameOf)}</td>
      <td className={choice === 'ours' ? 'cell-passed' : undefined}>{said}</td>
      <td>
        <div role="group" aria-label={`${person.fullName}, ${fieldWord(one.field)}`} className="differences-choice">
          {one.form && button('theirs', t('report', { form: t(`form.${one.form as 'returns'}`) }))}
          {!one.form && one.theirs !== null && button('theirs', t('askCentre'))}
          {button('ours', t('centreRight'))}
        </div>
      </td>
    </>
  );
}
