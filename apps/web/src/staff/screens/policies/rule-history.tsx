import type { PolicyAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { inForce } from './policy-rules';
import { t } from './policy-words';
import { ValueInWords } from './value-in-words';

/** Every version of a rule, newest first, with its days and the two persons behind it. */
export function RuleHistory({ rules }: { rules: readonly PolicyAnswer[] }) {
  const newestFirst = [...rules].sort((a, b) => b.from.localeCompare(a.from));
  return (
    <section className="sheet rule-history">
      <h2>{t('history')}</h2>
      <ol>
        {newestFirst.map((rule) => (
          <li key={rule.id}>
            <p className="rule-days">
              <strong>
                {t('from', { day: formatDay(rule.from) })} {rule.until && t('until', { day: formatDay(dayBefore(rule.until)) })}
              </strong>
              {inForce(rule) && <span className="chip chip-brand">{t('today')}</span>}
            </p>
            <ValueInWords value={rule.value} brief={Array.isArray(rule.value)} />
            <p className="quiet small">
              {[
                rule.basis,
                t('enteredBy', { name: rule.enteredBy === 'seed' ? t('seeded') : rule.enteredBy }),
                rule.approvedBy && t('approvedBy', { name: rule.approvedBy }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `until` is the first day no longer in force; people read the last one that is. */
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
