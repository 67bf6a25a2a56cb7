import type { PolicyAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { alertSentences } from './alert-sentence';
import { isAlertValue } from './alert-value';
import { t } from './policy-words';
import { ValueInWords } from './value-in-words';
import { VerifiedMark } from './verified-mark';

/** What is in force now, in full words, with its basis. */
export function RuleToday({ rule }: { rule: PolicyAnswer }) {
  return (
    <article className="sheet rule-today">
      <h2>{t('today')}</h2>
      {isAlertValue(rule.value) ? (
        <ul className="rule-sentences">
          {alertSentences(rule.value).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <ValueInWords value={rule.value} />
      )}
      <dl className="rule-facts">
        <div>
          <dt>{t('columnBasis')}</dt>
          <dd>{rule.basis}</dd>
        </div>
        <div>
          <dt>{t('columnFrom')}</dt>
          <dd>{formatDay(rule.from)}</dd>
        </div>
        <div>
          <dt>{t('columnState')}</dt>
          <dd>
            <VerifiedMark certain={rule.certain} /> {!rule.certain && <span className="quiet small">{t('unverifiedWhy')}</span>}
          </dd>
        </div>
      </dl>
      {rule.note && <p className="quiet">{rule.note}</p>}
    </article>
  );
}
