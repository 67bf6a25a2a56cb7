import { formatDay, formatDaysLeft } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { actionWord } from './action-word';
import { nameOf } from './settle-rows';
import type { QueueRow } from './use-queue';

const t = area('queue', vi);

/** Who, why it is here, by when, and the one thing to do. */
export function QueueLine({ row, open, onOpen, onAct }: { row: QueueRow; open: boolean; onOpen: () => void; onAct: () => void }) {
  const { bucket, daysLeft, dueOn, fullName, communeName, title, why, advice, gone } = row;
  const tone = daysLeft !== null && daysLeft < 0 ? 'tone-urgent' : bucket === 'urgent' ? 'tone-soon' : 'quiet';
  return (
    <li className={`queue-row row-${bucket}${gone ? ' row-gone' : ''}${open ? ' row-open' : ''}`}>
      <span className="queue-due">
        <span className={tone}>{daysLeft === null ? t('noDeadline') : formatDaysLeft(daysLeft)}</span>
        {dueOn && (
          <time className="quiet small" dateTime={dueOn}>
            {formatDay(dueOn)}
          </time>
        )}
      </span>
      <button type="button" className="queue-main" data-row={nameOf(row)} aria-expanded={open} disabled={gone} onClick={onOpen}>
        <span className="queue-who">
          <b>{fullName ?? title}</b>
          <span className="quiet small">{communeName ?? ''}</span>
        </span>
        <span className="queue-what">
          <span>{gone ? t('gone') : why}</span>
          <span className="quiet small">{advice}</span>
        </span>
      </button>
      {!gone && (
        <button type="button" className="plain-button queue-action" tabIndex={-1} onClick={onAct}>
          {actionWord(row.nextAction)}
        </button>
      )}
    </li>
  );
}
