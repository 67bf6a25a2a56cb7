import { formatNumber } from '../../../language/format';
import { roleName } from '../../../language/codes';
import { alertSentences } from './alert-sentence';
import { isAlertValue } from './alert-value';
import { t, wordOf } from './policy-words';
import { TableHead } from '../../parts/plain-table';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
const isNamed = (one: unknown): one is Named => typeof one === 'object' && one !== null && 'code' in one && 'aliases' in one;

interface Titled {
  readonly title: string;
  readonly text: string;
}
const isTitled = (one: unknown): one is Titled => typeof one === 'object' && one !== null && 'title' in one && 'text' in one;

/** The content of a rule in words. `brief` for lists: a catalogue is only counted. */
export function ValueInWords({ value, brief }: { value: unknown; brief?: boolean }) {
  if (isAlertValue(value)) {
    const sentences = alertSentences(value);
    return brief ? <>{sentences.slice(0, 1).join(' ')}</> : <>{sentences.join(' ')}</>;
  }
  if (Array.isArray(value) && value.some(isNamed))
    return brief ? <>{t('entries', { count: value.length })}</> : <Catalogue entries={value as Named[]} />;
  if (Array.isArray(value) && value.some(isTitled))
    return brief ? (
      <>{t('entries', { count: value.length })}</>
    ) : (
      <ul>
        {(value as Titled[]).map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>: {text}
          </li>
        ))}
      </ul>
    );
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (brief)
      return (
        <>
          {entries
            .slice(0, 4)
            .map(([name, one]) => `${wordOf('field', name)}: ${plain(one)}`)
            .join(' · ')}
        </>
      );
    return (
      <dl className="rule-fields">
        {entries.map(([name, one]) => (
          <div key={name}>
            <dt>{wordOf('field', name)}</dt>
            <dd>{plain(one)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return <>{plain(value)}</>;
}

function Catalogue({ entries }: { entries: readonly Named[] }) {
  return (
    <table className="plain-table">
      <TableHead heads={[t('entryCode'), t('entryName'), t('entryAliases')]} />
      <tbody>
        {entries.map(({ code, name, aliases }) => (
          <tr key={code}>
            <td>{code}</td>
            <td>{name}</td>
            <td className="quiet">{aliases.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function plain(value: unknown): string {
  if (value === null || (Array.isArray(value) && !value.length)) return t('none');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return value < 10_000 ? String(value) : formatNumber(value);
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? roleName(one) : plain(one))).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
