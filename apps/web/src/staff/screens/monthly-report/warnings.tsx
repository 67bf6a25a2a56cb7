import type { ReportBoardResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import type { RowsWanted } from './behind-sheet';
import { t } from './monthly-report-words';

const MOST_NAMED = 4;

/** What to look at before it is sent; a line where all is well as well, so that nobody wonders whether it was looked at. */
export function Warnings({ board, onRows }: { board: ReportBoardResponse; onRows?: (rows: RowsWanted) => void }) {
  const { warnings, units } = board;
  const late = units.filter(({ late: isLate, state }) => isLate && (state === 'draft' || state === 'returned'));
  const fell = units.filter((unit) => unit.fell);
  const changed = units.filter(({ corrections }) => corrections > 0);
  return (
    <article className="sheet report-part report-warnings">
      <h2>{t('warnings')}</h2>
      <ul>
        <Line
          bad={late.length > 0}
          text={t(late.length ? 'late' : 'noneLate', { count: late.length, names: named(late), day: formatDay(board.dueOn) })}
        />
        <Line
          bad={fell.length > 0}
          text={t(fell.length ? 'fell' : 'noneFell', {
            count: fell.length,
            names: fell
              .slice(0, MOST_NAMED)
              .map(({ name, before, exits }) => `${name} ${before} → ${exits}`)
              .join(', '),
          })}
        />
        <Line bad={warnings.untrained > 0} text={t(warnings.untrained ? 'untrained' : 'noneUntrained', { count: warnings.untrained })}>
          {warnings.untrained > 0 && onRows && (
            <button type="button" className="link-button" onClick={() => onRows({ indicator: 'exits.untrained', market: null })}>
              {t('see')}
            </button>
          )}
        </Line>
        {changed.length > 0 && <Line bad text={t('corrected', { count: changed.length, names: named(changed) })} />}
      </ul>
    </article>
  );
}

const named = (units: readonly { name: string }[]): string =>
  units
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join(', ') + (units.length > MOST_NAMED ? '…' : '');

function Line({ bad, text, children }: { bad: boolean; text: string; children?: React.ReactNode }) {
  return (
    <li className={bad ? 'tone-soon' : 'quiet'}>
      <span aria-hidden="true">{bad ? '⚠' : '✓'}</span> {text} {children}
    </li>
  );
}
