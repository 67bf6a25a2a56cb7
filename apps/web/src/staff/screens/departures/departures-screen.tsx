import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { DepartureAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/departures.json';
import { allPages } from '../../parts/all-pages';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { DepartureRow } from './departure-row';
import '../demands/demands.css';
import './departures.css';

const t = area('departures', vi);
const DEPARTURES = ['departures'] as const;
const WITHIN = [7, 30, 90] as const;

/** Who leaves soon and what is missing; one press reminds the agencies of all the chosen. */
export function Screen() {
  const queries = useQueryClient();
  const { role } = useMe();
  const [{ trong, tatca }, setAddress] = useAddress();
  const within = WITHIN.find((days) => String(days) === trong) ?? 30;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<readonly string[]>([]);
  const list = useQuery({
    queryKey: [...DEPARTURES, within],
    queryFn: ({ signal }) =>
      allPages(async (after) => {
        const { departures, next } = await call('GET /api/v1/departures', {
          query: { within, limit: 100, ...(after && { after }) },
          signal,
        });
        return { rows: departures, next };
      }),
  });
  const mayRemind = role !== 'agency_clerk';
  const shown = (rows: readonly DepartureAnswer[]) => (tatca ? rows : rows.filter(({ missing }) => missing.length > 0));
  const deed = useDeed((_: void, key) => call('POST /api/v1/departures/reminders', { key, body: { caseIds: [...chosen].slice(0, 200) } }));
  const remind = async () => {
    const answer = await deed.act();
    if (!answer) return;
    const of = (outcome: string) => answer.results.filter((one) => one.outcome === outcome);
    tellDone(t('reminded', { count: formatNumber(of('reminded').length) }));
    setTold([
      ...(of('unchanged').length > 0 ? [t('remindedToday', { count: formatNumber(of('unchanged').length) })] : []),
      ...of('refused').map(({ message }) => message ?? ''),
    ]);
    setChosen(new Set());
    await queries.invalidateQueries({ queryKey: DEPARTURES });
  };
  return (
    <section>
      <PageHead title={t('title')} count={list.data && formatNumber(shown(list.data).length)} note={t('note')} />
      <div className="demand-filters no-print" role="group" aria-label={t('filter')}>
        {WITHIN.map((days) => (
          <button
            key={days}
            type="button"
            className="plain-button"
            aria-pressed={days === within}
            onClick={() => setAddress({ trong: days === 30 ? undefined : String(days) })}
          >
            {t('within', { days })}
          </button>
        ))}
        <label className="form-tick">
          <input type="checkbox" checked={!tatca} onChange={(event) => setAddress({ tatca: event.target.checked ? undefined : '1' })} />
          {t('missingOnly')}
        </label>
      </div>
      {chosen.size > 0 && (
        <div className="sheet card propose-bar no-print">
          <button type="button" className="main-button" disabled={deed.busy} onClick={() => void remind()}>
            {t('remind', { count: formatNumber(chosen.size) })}
          </button>
        </div>
      )}
      {[deed.problem, ...told].filter(Boolean).map((message) => (
        <p key={message} role="alert" className="fault">
          {message}
        </p>
      ))}
      <ListState query={list} isEmpty={(rows) => shown(rows).length === 0} empty={t(tatca ? 'empty' : 'nothingMissing')}>
        {(rows) => (
          <div className="sheet table-scroll" role="region" aria-label={t('title')} tabIndex={0}>
            <table className="plain-table demand-table">
              <thead>
                <tr>
                  {mayRemind && (
                    <th scope="col">
                      <input
                        type="checkbox"
                        aria-label={t('chooseAll')}
                        checked={chosen.size > 0 && chosen.size === shown(rows).length}
                        onChange={(event) => setChosen(new Set(event.target.checked ? shown(rows).map(({ caseId }) => caseId) : []))}
                      />
                    </th>
                  )}
                  {(['person', 'exit', 'missing', 'agency', 'reminded.column'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown(rows).map((one) => (
                  <DepartureRow
                    key={one.caseId}
                    departure={one}
                    chosen={chosen.has(one.caseId)}
                    onChoose={
                      mayRemind
                        ? (on) => setChosen(new Set(on ? [...chosen, one.caseId] : [...chosen].filter((id) => id !== one.caseId)))
                        : undefined
                    }
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
    </section>
  );
}
