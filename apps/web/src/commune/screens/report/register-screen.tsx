import type { CommunePersonAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area, language } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import { useLive } from '../../live-state';
import { marketName } from '../../parts/question';
import { ReadState } from '../../parts/read-state';
import { account } from '../../session/account';
import { useRead } from '../../use-read';
import { allPeople } from '../people/people-screen';

const t = area('commune-report', vi);
const COLUMNS = ['no', 'name', 'birth', 'sex', 'hamlet', 'market', 'agency', 'departed', 'ends', 'returned', 'visits', 'note'] as const;

/** The commune's register: a table of A4 landscape on paper, a card for each person on the phone. */
export function Screen() {
  const state = useLive(account);
  const list = useRead('people all', () => allPeople(false));
  if (!list.value) return <ReadState read={list} />;
  const office = state.kind === 'in' ? (state.me.organisation?.name ?? '') : '';
  return (
    <div className="sheet register-sheet">
      <button type="button" className="main no-print" onClick={() => print()}>
        {t('printNow')}
      </button>
      <h2>{t('registerHead', { office })}</h2>
      <p className="quiet">{t('asOf', { day: formatDay(list.value.today), n: list.value.people.length })}</p>
      <div className="table-region" role="region" aria-label={t('registerTable')} tabIndex={0}>
        <table className="register">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.value.people.map((one, i) => (
              <tr key={one.workerId}>
                {COLUMNS.map((column) => (
                  <td key={column} data-column={column} data-head={t(`column.${column}`)}>
                    {cellOf(one, column, i)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function cellOf(one: CommunePersonAnswer, column: (typeof COLUMNS)[number], index: number): string | number | null {
  switch (column) {
    case 'no':
      return index + 1;
    case 'name':
      return one.fullName;
    case 'birth':
      return formatDay(one.birthDate, one.birthPrecision);
    case 'sex':
      return one.sex && t(`sex.${one.sex}` as 'sex.M');
    case 'hamlet':
      return one.hamlet;
    case 'market':
      return marketName(one.market, language());
    case 'agency':
      return one.agencyName;
    case 'departed':
      return formatDay(one.departedOn);
    case 'ends':
      return formatDay(one.contractEnd);
    case 'returned':
      return formatDay(one.returnedOn);
    case 'visits':
      return one.visits > 0 ? `${one.visits} (${formatDay(one.lastVisitOn)})` : null;
    case 'note':
      return null;
  }
}
