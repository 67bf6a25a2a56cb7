import type { PolicyAnswer } from '../../../api/schema';
import { fold } from '../../../language/fold';
import { useAddress } from '../../parts/use-address';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { marketNames } from './market-names';
import './policies.css';
import { GROUPS, groupOf, inForce, usePolicyRules } from './policy-rules';
import { RulesOfGroup } from './rules-of-group';
import { t, wordOf } from './policy-words';
import { ProposalsWaiting } from './proposals-waiting';

/** The rules in force today in their groups, with what waits for a second person on top. Filters stand in the address. */
export function PoliciesList({ alerts }: { alerts: boolean }) {
  const query = usePolicyRules();
  const [{ tim = '', chuaKiemChung }, change] = useAddress();
  const current = (query.data ?? []).filter((rule) => inForce(rule) && (groupOf(rule.key) === 'alert') === alerts);
  const unverified = current.filter(({ certain }) => !certain).length;
  return (
    <section className="policies">
      <PageHead title={t(alerts ? 'alertTitle' : 'title')} count={query.data && current.length} note={t(alerts ? 'alertNote' : 'note')} />
      <ProposalsWaiting rules={query.data ?? []} />
      <div className="policy-filters no-print" role="search">
        <label>
          <span className="visually-hidden">{t('find')}</span>
          <input
            type="search"
            className="plain-input"
            placeholder={t('findHint')}
            value={tim}
            onChange={(event) => change({ tim: event.target.value || undefined }, { replace: true })}
          />
        </label>
        <label className="form-tick">
          <input
            type="checkbox"
            checked={chuaKiemChung === '1'}
            onChange={(event) => change({ chuaKiemChung: event.target.checked ? '1' : undefined })}
          />
          {t('onlyUnverified')} ({unverified})
        </label>
      </div>
      <ListState query={query} rows={12} isEmpty={() => !shownOf(current, tim, chuaKiemChung).length} empty={t('noMatch')}>
        {(all) => {
          const shown = shownOf(current, tim, chuaKiemChung);
          const names = marketNames(all);
          return GROUPS.map((group) => {
            const rules = shown.filter(({ key }) => groupOf(key) === group);
            return (
              rules.length > 0 && (
                <RulesOfGroup key={group} title={t(`group.${group}`)} rules={alerts ? inOrder(rules) : rules} markets={names} />
              )
            );
          });
        }}
      </ListState>
    </section>
  );
}

function shownOf(rules: readonly PolicyAnswer[], text: string, onlyUnverified?: string): readonly PolicyAnswer[] {
  const words = fold(text).split(' ').filter(Boolean);
  return rules.filter((rule) => {
    if (onlyUnverified === '1' && rule.certain) return false;
    const said = fold(`${wordOf('rule', rule.key)} ${rule.key} ${rule.basis}`);
    return words.every((word) => said.includes(word));
  });
}

/** The ladder's own order: by rung. */
const inOrder = (rules: readonly PolicyAnswer[]) => [...rules].sort((a, b) => rungOf(a) - rungOf(b));
const rungOf = ({ value }: PolicyAnswer) => (value as { rung?: number }).rung ?? 0;
