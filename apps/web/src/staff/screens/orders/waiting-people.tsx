import { t } from './order-words';
import type { OrderPersonAnswer } from '../../../api/schema';
import type { Result } from './pasted-results';

const RESULTS = ['PASSED', 'FAILED', 'ABSENT'] as const;

/** People the agency took and nobody has judged yet: a result each, without a list from elsewhere. */
export function WaitingPeople({
  people,
  chosen,
  onChoose,
}: {
  people: readonly OrderPersonAnswer[];
  chosen: ReadonlyMap<string, Result>;
  onChoose: (code: string, result: Result | undefined) => void;
}) {
  if (people.length === 0) return null;
  return (
    <div className="table-scroll results-as-read" role="region" aria-label={t('waiting')} tabIndex={0}>
      <table className="plain-table">
        <caption>{t('waiting')}</caption>
        <tbody>
          {people.map(({ caseCode, fullName, birthDate, communeName }) => (
            <tr key={caseCode}>
              <th scope="row">
                {fullName} <span className="quiet small">{birthDate?.slice(0, 4)}</span>
              </th>
              <td>{communeName}</td>
              <td>
                <select
                  className="plain-input"
                  aria-label={t('resultOf', { name: fullName })}
                  value={chosen.get(caseCode) ?? ''}
                  onChange={({ target }) =>
                    onChoose(
                      caseCode,
                      RESULTS.find((one) => one === target.value),
                    )
                  }
                >
                  <option value="">{t('noResult')}</option>
                  {RESULTS.map((one) => (
                    <option key={one} value={one}>
                      {t(`result.${one}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
