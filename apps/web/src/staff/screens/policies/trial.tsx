import { useMutation } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { PolicyRuleRequest, RuleTrialResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { problemText } from '../../parts/problem-text';
import { t, wordOf } from './policy-words';

const SHOWN = 8;

/** What the proposed rule would open and close among today's cases. `onTried` gets the text of the value that was tried. */
export function Trial({ rule, onTried }: { rule: PolicyRuleRequest; onTried: (value: string) => void }) {
  const trying = useMutation({
    mutationFn: () => call('POST /api/v1/policies/trial', { body: { rules: [rule] } }),
    onSuccess: () => onTried(JSON.stringify(rule.value)),
  });
  return (
    <div className="trial">
      <button type="button" className="plain-button" disabled={trying.isPending} onClick={() => trying.mutate()}>
        {t(trying.isPending ? 'trying' : 'tryFirst')}
      </button>
      <div role="status">
        {trying.error && <p className="fault">{problemText(trying.error)}</p>}
        {trying.data && <TrialOutcome trial={trying.data} />}
      </div>
    </div>
  );
}

function TrialOutcome({ trial }: { trial: RuleTrialResponse }) {
  if (!trial.opens && !trial.closes)
    return (
      <p>
        {t('trial.none')} <span className="quiet">{t('trial.notes')}</span>
      </p>
    );
  return (
    <>
      <p>
        <strong>
          {t('trial.opens', { count: formatNumber(trial.opens), communes: trial.communes })} ·{' '}
          {t('trial.closes', { count: formatNumber(trial.closes) })}
        </strong>{' '}
        <span className="quiet">{t('trial.notes')}</span>
      </p>
      <ul>
        {trial.byRule.slice(0, SHOWN).map(({ rule, opens, closes }) => (
          <li key={rule}>{t('trial.row', { rule: wordOf('rule', `alert.${rule}`), opens, closes })}</li>
        ))}
      </ul>
      {trial.examples.length > 0 && <p className="quiet small">{t('trial.cases', { codes: trial.examples.slice(0, SHOWN).join(', ') })}</p>}
    </>
  );
}
