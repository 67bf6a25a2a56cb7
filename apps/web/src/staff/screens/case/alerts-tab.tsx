import type { AlertAnswerLine } from '../../../api/schema';
import { alertStateName, familyName, ownerName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { ListState } from '../../parts/list-state';
import { useCaseAlerts } from './case-reads';

const t = area('case', vi);

/** Every question the system asked about the case; open ones first. */
export function AlertsTab({ caseId, onOpen }: { caseId: string; onOpen: (alert: AlertAnswerLine) => void }) {
  const alerts = useCaseAlerts(caseId);
  return (
    <section className="sheet">
      <ListState query={alerts} rows={4} isEmpty={(list) => list.length === 0} empty={t('noAlerts')}>
        {(list) => (
          <ul className="alert-list">
            {[...list]
              .filter(({ state }) => state !== 'superseded')
              .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.raisedOn.localeCompare(a.raisedOn))
              .map((alert) => (
                <li key={alert.id}>
                  <div>
                    <strong>{familyName(alert.family)}</strong> <span className="chip">{alertStateName(alert.state)}</span>
                    {alert.state === 'open' && alert.overdue && <span className="chip chip-urgent"> {t('overdue')}</span>}
                    <p>{alert.why}</p>
                    <p className="quiet small">
                      {t('raisedOn', { day: formatDay(alert.raisedOn) })} · {ownerName(alert.owner)}
                      {alert.answerBy && alert.state === 'open' && ` · ${t('answerBy', { day: formatDay(alert.answerBy) })}`}
                    </p>
                  </div>
                  <button
                    type="button"
                    className="plain-button no-print"
                    aria-label={`${t(alert.state === 'open' ? 'writeAnswer' : 'look')}: ${alert.why}`}
                    onClick={() => onOpen(alert)}
                  >
                    {t(alert.state === 'open' ? 'writeAnswer' : 'look')}
                  </button>
                </li>
              ))}
          </ul>
        )}
      </ListState>
    </section>
  );
}
