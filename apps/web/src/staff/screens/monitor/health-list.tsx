import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/monitor.json';
import { ListState } from '../../parts/list-state';

const t = area('monitor', vi);
const TONES: Readonly<Record<string, string>> = { ok: 'done', warn: 'soon', fail: 'urgent' };
const WORST = ['fail', 'warn', 'ok'];
const REFRESH_MS = 30_000;

/** Whether the program does its duty: findings in words, worst first, and what waits. */
export function HealthList() {
  const query = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => call('GET /api/v1/admin/health', { signal }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <ListState query={query} rows={5}>
      {({ healthy, findings, lettersWaiting, noticesHeld, databaseVersion }) => (
        <>
          <p className={healthy ? 'health-word' : 'health-word tone-urgent'}>{t(healthy ? 'healthy' : 'unhealthy')}</p>
          <ul className="sheet findings">
            {[...findings]
              .sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state))
              .map(({ check, state, detail }) => (
                <li key={check}>
                  <span className={`chip chip-${TONES[state] ?? 'plain'}`}>{worded(`finding.${state}`, state)}</span>{' '}
                  <b>{worded(`check.${check}`, check)}</b> <span>{detail}</span>
                </li>
              ))}
          </ul>
          <p className="quiet">
            {t('waitingNumbers', { letters: formatNumber(lettersWaiting), held: formatNumber(noticesHeld), database: databaseVersion })}
          </p>
        </>
      )}
    </ListState>
  );
}

/** A code newer than this build is shown as it is. */
function worded(key: string, code: string): string {
  return key in vi ? t(key as keyof typeof vi) : code;
}
