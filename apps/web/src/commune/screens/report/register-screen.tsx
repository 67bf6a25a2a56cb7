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

/** The commune's register on A4 landscape. */
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
                <td>{i + 1}</td>
                <td>{one.fullName}</td>
                <td>{formatDay(one.birthDate, one.birthPrecision)}</td>
                <td>{one.sex && t(`sex.${one.sex}` as 'sex.M')}</td>
                <td>{one.hamlet}</td>
                <td>{marketName(one.market, language())}</td>
                <td>{one.agencyName}</td>
                <td>{formatDay(one.departedOn)}</td>
                <td>{formatDay(one.contractEnd)}</td>
                <td>{formatDay(one.returnedOn)}</td>
                <td>{one.visits > 0 ? `${one.visits} (${formatDay(one.lastVisitOn)})` : ''}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
