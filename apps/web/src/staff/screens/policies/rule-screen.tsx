import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyAnswer } from '../../../api/schema';
import { useMe } from '../../session/me';
import { useAddress } from '../../parts/use-address';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { marketNames } from './market-names';
import './policies.css';
import { groupOf, inForce, usePolicyRules } from './policy-rules';
import { ProposalsWaiting } from './proposals-waiting';
import { ProposeSheet } from './propose-sheet';
import { RuleHistory } from './rule-history';
import { RuleToday } from './rule-today';
import { t, wordOf } from './policy-words';

const PROPOSERS = ['department_officer', 'administrator'];

/** One rule: what is in force for a market, what was before, and the way to propose another. */
export function Screen() {
  const { ruleKey = '' }: { ruleKey?: string } = useParams({ strict: false });
  const query = usePolicyRules();
  const alert = groupOf(ruleKey) === 'alert';
  return (
    <section className="policies">
      <p className="policy-back no-print">
        <Link to={alert ? '/quy-tac-canh-bao' : '/chinh-sach'}>← {t(alert ? 'backAlerts' : 'back')}</Link>
      </p>
      <ListState query={query} isEmpty={(all) => !all.some(({ key }) => key === ruleKey)} empty={t('noSuchRule')}>
        {(all) => <RulePage all={all} ruleKey={ruleKey} />}
      </ListState>
    </section>
  );
}

function RulePage({ all, ruleKey }: { all: readonly PolicyAnswer[]; ruleKey: string }) {
  const me = useMe();
  const [{ thiTruong }, change] = useAddress();
  const [proposing, setProposing] = useState(false);
  const rules = all.filter(({ key }) => key === ruleKey);
  const markets = [...new Set(rules.map(({ market }) => market))];
  const market = thiTruong && markets.includes(thiTruong) ? thiTruong : markets[0]!;
  const names = marketNames(all);
  const current = rules.find((rule) => rule.market === market && inForce(rule));
  return (
    <>
      <PageHead title={wordOf('rule', ruleKey)} note={<code>{ruleKey}</code>}>
        {PROPOSERS.includes(me.role) && (
          <button type="button" className="main-button" onClick={() => setProposing(true)}>
            {t('propose')}
          </button>
        )}
      </PageHead>
      {markets.length > 1 && (
        <div className="market-choice" role="group" aria-label={t('market')}>
          {markets.map((one) => (
            <button
              key={one}
              type="button"
              className="plain-button"
              aria-pressed={one === market}
              onClick={() => change({ thiTruong: one })}
            >
              {names.get(one) ?? one}
            </button>
          ))}
        </div>
      )}
      <ProposalsWaiting rules={all} onlyKey={ruleKey} />
      {current && <RuleToday rule={current} />}
      <RuleHistory rules={rules.filter((rule) => rule.market === market)} />
      {proposing && (
        <ProposeSheet
          ruleKey={ruleKey}
          market={market}
          marketName={names.get(market) ?? market}
          current={current}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}
