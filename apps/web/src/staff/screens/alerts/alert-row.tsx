import type { AlertAnswerLine } from '../../../api/schema';
import { alertStateName, ownerName } from '../../../language/codes';
import { daysBetween, formatDay, formatDaysLeft } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alerts.json';
import { businessToday } from '../../session/business-day';

const t = area('alerts', vi);

/** Until when, about whom, why, and whose turn it is. */
export function AlertRow({ alert, open, onOpen }: { alert: AlertAnswerLine; open: boolean; onOpen: () => void }) {
  const { answerBy, overdue, state, fullName, communeName, agencyName, why, owner } = alert;
  const running = state === 'open' && answerBy;
  return (
    <li className={`queue-row${overdue ? ' row-urgent' : ''}${open ? ' row-open' : ''}`}>
      <span className="queue-due">
        <span className={overdue ? 'tone-urgent' : 'quiet'}>
          {running ? formatDaysLeft(daysBetween(businessToday(), answerBy)) : alertStateName(state)}
        </span>
        {running && (
          <time className="quiet small" dateTime={answerBy}>
            {formatDay(answerBy)}
          </time>
        )}
      </span>
      <button type="button" className="queue-main" data-row={alert.id} aria-expanded={open} onClick={onOpen}>
        <span className="queue-who">
          <b>{fullName}</b>
          <span className="quiet small">{[communeName, agencyName].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="queue-what">
          <span>{why}</span>
          <span className="quiet small">{state === 'open' ? t('asked', { owner: ownerName(owner) }) : alertStateName(state)}</span>
        </span>
      </button>
    </li>
  );
}
