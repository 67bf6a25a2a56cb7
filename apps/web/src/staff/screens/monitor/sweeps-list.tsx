import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay, formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/monitor.json';
import { ListState } from '../../parts/list-state';

const t = area('monitor', vi);
const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : formatNumber(value));

/** Every search by business day: looked at, raised, known before, closed, told. */
export function SweepsList() {
  const sweeps = useQuery({ queryKey: ['sweeps'], queryFn: () => call('GET /api/v1/admin/sweeps') });
  return (
    <ListState query={sweeps} isEmpty={({ runs }) => runs.length === 0} empty={<p>{t('noSweeps')}</p>}>
      {({ runs }) => (
        <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('sweeps')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('businessDay')}</th>
                <th scope="col">{t('sweep')}</th>
                <th scope="col">{t('state')}</th>
                {(['examined', 'raised', 'existing', 'closed', 'told'] as const).map((column) => (
                  <th key={column} scope="col" className="number">
                    {t(column)}
                  </th>
                ))}
                <th scope="col">{t('finishedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={`${run.sweep}${run.businessDay}${run.startedAt}`}>
                  <th scope="row">{formatDay(run.businessDay)}</th>
                  <td>{sweepName(run.sweep)}</td>
                  <td>
                    {run.error ? (
                      <span className="chip chip-urgent">{t('sweepFailed')}</span>
                    ) : (
                      t(run.finishedAt ? 'sweepDone' : 'sweepRuns')
                    )}
                    {run.error && <p className="small quiet">{run.error}</p>}
                  </td>
                  <td className="number">{number(run.examined)}</td>
                  <td className="number">{number(run.raised)}</td>
                  <td className="number">{number(run.existing)}</td>
                  <td className="number">{number(run.closed)}</td>
                  <td className="number">{number(run.notices)}</td>
                  <td>{formatMoment(run.finishedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListState>
  );
}

/** A sweep newer than this build is shown by its code. */
const sweepName = (sweep: string): string => (`sweep.${sweep}` in vi ? t(`sweep.${sweep}` as 'sweep.overstay') : sweep);
