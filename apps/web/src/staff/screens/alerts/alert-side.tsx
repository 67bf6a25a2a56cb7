import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import { familyName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alerts.json';
import { AlertDialog } from '../../parts/alert-dialog/alert-dialog';
import { rememberList } from '../../parts/list-memory';
import { tellDone } from '../../parts/notices';
import { PersonPhones } from '../../parts/person-phones';
import { SidePanel } from '../../parts/side-panel';
import { useMe } from '../../session/me';

const t = area('alerts', vi);
const DESKS: Readonly<Record<string, string>> = { centre_staff: 'centre', department_officer: 'department', agency_clerk: 'agency' };

/** One question beside the list. */
export function AlertSide({ alertId, caseIds, onClose }: { alertId: string; caseIds: readonly string[]; onClose: () => void }) {
  const queries = useQueryClient();
  const { role } = useMe();
  const { data: alert } = useQuery({
    queryKey: ['alert', alertId],
    queryFn: ({ signal }) => call('GET /api/v1/alerts/{alertId}', { params: { alertId }, signal }),
  });
  const answered = (text: string, undo?: () => Promise<void>) => {
    tellDone(text, undo);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => ['alerts', 'alert', 'work', 'case'].includes(String(queryKey[0])) });
  };
  return (
    <SidePanel title={alert?.fullName ?? t('opening')} onClose={onClose}>
      {alert && (
        <>
          <p className="panel-why">{alert.why}</p>
          <p>
            {familyName(alert.family)}
            {' · '}
            <Link to={`/ho-so/${alert.caseId}`} className="inline-link" onClick={() => rememberList([...new Set(caseIds)])}>
              {t('case', { code: alert.caseCode })}
            </Link>
          </p>
          <PersonPhones workerId={alert.workerId} name={alert.fullName} />
        </>
      )}
      <section className="panel-section">
        <AlertDialog alertId={alertId} asked={alert?.owner === DESKS[role]} onAnswered={answered} />
      </section>
    </SidePanel>
  );
}
