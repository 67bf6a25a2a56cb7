import { Link } from '@tanstack/react-router';
import type { PolicyAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { VerifiedMark } from './verified-mark';
import { t, wordOf } from './policy-words';
import { ValueInWords } from './value-in-words';
import { TableHead } from '../../parts/plain-table';

/** One group as a table; the name of a rule leads to its page. */
export function RulesOfGroup({
  title,
  rules,
  markets,
}: {
  title: string;
  rules: readonly PolicyAnswer[];
  markets: ReadonlyMap<string, string>;
}) {
  return (
    <section className="sheet policy-group">
      <h2>{title}</h2>
      <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table policy-table">
          <TableHead heads={[t('columnRule'), t('columnValue'), t('columnFrom'), t('columnBasis'), t('columnState')]} />
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">
                  <Link
                    to="/chinh-sach/$ruleKey"
                    params={{ ruleKey: rule.key }}
                    search={(rule.market === '*' ? {} : { thiTruong: rule.market }) as never}
                  >
                    {wordOf('rule', rule.key)}
                  </Link>
                  {rule.market !== '*' && <span className="chip chip-brand">{markets.get(rule.market) ?? rule.market}</span>}
                </th>
                <td>
                  <ValueInWords value={rule.value} brief />
                </td>
                <td className="number">{formatDay(rule.from)}</td>
                <td className="small">{rule.basis}</td>
                <td>
                  <VerifiedMark certain={rule.certain} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
