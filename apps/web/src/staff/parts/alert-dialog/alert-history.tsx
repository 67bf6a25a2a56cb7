import type { AlertResponse } from '../../../api/schema';
import { answerName, closingName, ownerName, alertStateName } from '../../../language/codes';
import { daysBetween, formatDay, formatDaysLeft } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alert.json';
import { businessToday } from '../../session/business-day';

const t = area('alert', vi);

/** Whose turn it is and until when, who was told, what was answered. */
export function AlertHistory({ alert }: { alert: AlertResponse }) {
  const { owner, answerBy, raisedOn, recipients, answers, state, closedReason, targetDate, estimated } = alert;
  return (
    <>
      <dl className="facts alert-facts">
        <dt>{t('state')}</dt>
        <dd>
          {alertStateName(state)}
          {closedReason && `: ${closingName(closedReason)}`}
        </dd>
        <dt>{t('owner')}</dt>
        <dd>
          {ownerName(owner)}
          {answerBy &&
            state === 'open' &&
            `, ${t('clock', { day: formatDay(answerBy), left: formatDaysLeft(daysBetween(businessToday(), answerBy)) })}`}
        </dd>
        <dt>{t('raised')}</dt>
        <dd>{formatDay(raisedOn)}</dd>
        <dt>{t('target')}</dt>
        <dd>
          {formatDay(targetDate)}
          {estimated && ` (${t('estimated')})`}
        </dd>
      </dl>
      {answers.length > 0 && (
        <>
          <h3>{t('answers')}</h3>
          <ul className="history">
            {[...answers].reverse().map((given, at) => (
              <li key={at}>
                <b>{answerName(given.answer)}</b>
                {given.happenedOn && ` ${formatDay(given.happenedOn)}`}
                <span className="quiet small">
                  {' '}
                  {[given.organisationName, t('answeredOn', { day: formatDay(given.answeredOn) })].filter(Boolean).join(', ')}
                  {given.late && `, ${t('late')}`}
                  {given.takenBack && `, ${t('takenBack')}`}
                </span>
                {given.note && <p className="history-note">{given.note}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('recipients')}</h3>
      <ul className="history">
        {recipients.map(({ role, since, toldOn }) => (
          <li key={role + since}>
            {ownerName(role)} <span className="quiet small">{toldOn ? t('toldOn', { day: formatDay(toldOn) }) : t('notTold')}</span>
          </li>
        ))}
        {recipients.length === 0 && <li className="quiet">{t('nobodyTold')}</li>}
      </ul>
    </>
  );
}
