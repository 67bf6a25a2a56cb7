import { useState } from 'react';
import type { ReportBoardResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { useMe } from '../../session/me';
import type { RowsWanted } from './behind-sheet';
import { t } from './monthly-report-words';
import { ReturnSheet } from './return-sheet';

type Unit = ReportBoardResponse['units'][number];
const waits = ({ state }: Unit) => state === 'draft' || state === 'returned';

/** Communes: those that have not sent first, then those to look at. */
export function UnitTable({ board, onRows }: { board: ReportBoardResponse; onRows?: (rows: RowsWanted) => void }) {
  const takesIn = useMe().role === 'centre_staff';
  const returnable = ['submitted', 'accepted', ...(board.state === 'returned' ? ['consolidated'] : [])];
  const [returning, setReturning] = useState<Unit>();
  const rank = (unit: Unit) => (waits(unit) ? 0 : unit.corrections || unit.fell ? 1 : 2);
  const units = board.units.toSorted((a, b) => rank(a) - rank(b));
  return (
    <article className="sheet report-part">
      <h2>{t('units', { sent: board.sent, of: board.units.length })}</h2>
      <div
        className="table-scroll unit-scroll"
        role="region"
        aria-label={t('units', { sent: board.sent, of: board.units.length })}
        tabIndex={0}
      >
        <table className="plain-table wide-table unit-table">
          <thead>
            <tr>
              <th scope="col">{t('commune')}</th>
              <th scope="col">{t('stateHead')}</th>
              <th scope="col" className="number">
                {t('exits')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('giveBack')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.communeCode}>
                <th scope="row">
                  {unit.name}
                  {unit.remark && (
                    <details className="small">
                      <summary>{t('remarkOf')}</summary>
                      {unit.remark}
                    </details>
                  )}
                </th>
                <td className={waits(unit) ? 'tone-soon' : undefined}>
                  {unitState(unit)}
                  {unit.corrections > 0 && <span className="small tone-soon"> · {t('corrections', { count: unit.corrections })}</span>}
                </td>
                <td className="number">
                  {onRows && unit.exits > 0 ? (
                    <button
                      type="button"
                      className="link-button"
                      aria-label={t('exitsOf', { name: unit.name, count: unit.exits })}
                      onClick={() => onRows({ indicator: 'exits.month', market: null, commune: unit })}
                    >
                      {formatNumber(unit.exits)}
                    </button>
                  ) : (
                    formatNumber(unit.exits)
                  )}
                </td>
                <td>
                  {takesIn && unit.reportId && returnable.includes(unit.state) && (
                    <button type="button" className="link-button" onClick={() => setReturning(unit)}>
                      {t('giveBack')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {returning && <ReturnSheet reportId={returning.reportId!} name={returning.name} onClose={() => setReturning(undefined)} />}
    </article>
  );
}

function unitState({ state, sentOn, late, version }: Unit): string {
  if (state === 'draft') return t(late ? 'unit.late' : 'unit.draft');
  const sent = t(late && state !== 'returned' ? 'unit.sentLate' : 'unit.sent', { day: formatDay(sentOn) });
  const told = version > 1 ? `${sent}, ${t('unit.version', { version })}` : sent;
  return state === 'submitted' ? told : `${t(`unit.${state as 'returned'}`)} · ${told}`;
}
