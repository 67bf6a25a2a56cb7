import { useState } from 'react';
import { call } from '../../../api/call';
import type { CommunePersonAnswer } from '../../../api/schema';
import { daysBetween, formatDaysLeft } from '../../../language/format';
import { area, language } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { Chips } from '../../parts/chips';
import { Icon } from '../../parts/icon';
import { marketName } from '../../parts/question';
import { ReadState } from '../../parts/read-state';
import { dialOf } from '../../parts/short-name';
import { Link } from '../../router';
import { useDraft } from '../../use-draft';
import { useRead } from '../../use-read';

const t = area('commune-people', vi);

/** Everybody of a list, page after page: a commune is small, and the officer looks for one person in it. */
export async function allPeople(abroad: boolean): Promise<{ today: string; people: CommunePersonAnswer[] }> {
  const people: CommunePersonAnswer[] = [];
  for (let after: string | undefined; ;) {
    const page = await call('GET /api/v1/commune/people', { query: { abroad: abroad ? 'true' : undefined, after, limit: 100 } });
    people.push(...page.people);
    if (!page.next) return { today: page.today, people };
    after = page.next;
  }
}

/** Own people by hamlet, with a number to call. */
export function Screen() {
  const [{ who, market }, change] = useDraft<{ who: 'abroad' | 'all'; market: string }>('people', { who: 'abroad', market: '' });
  const [text, setText] = useState('');
  const list = useRead(`people ${who}`, () => allPeople(who === 'abroad'));
  const people = list.value?.people ?? [];
  const markets = [...new Set(people.flatMap((one) => one.market ?? []))].sort();
  const shown = people.filter((one) => (!market || one.market === market) && folded(one.fullName).includes(folded(text)));
  const hamlets = byHamlet(shown);
  return (
    <>
      <div className="filters">
        <Chips
          legend={t('who')}
          name="who"
          values={['abroad', 'all']}
          chosen={[who]}
          label={(one) => t(`who.${one}`)}
          onChange={([one]) => change({ who: one! })}
        />
        <label>
          {t('market')}
          <select value={market} onChange={(event) => change({ market: event.target.value })}>
            <option value="">{t('anyMarket')}</option>
            {markets.map((code) => (
              <option key={code} value={code}>
                {marketName(code, language())}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('findName')}
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
      <ReadState read={list} empty={shown.length === 0 ? t(who === 'abroad' ? 'nobodyAbroad' : 'nobody') : undefined} />
      {hamlets.map(([hamlet, ones]) => (
        <section key={hamlet}>
          <h2 className="hamlet">
            {hamlet || t('noHamlet')} <span className="quiet">{ones.length}</span>
          </h2>
          <ul className="people">
            {ones.map((one) => (
              <Line key={one.workerId} one={one} today={list.value!.today} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ one, today }: { one: CommunePersonAnswer; today: string }) {
  const days = one.contractEnd && !one.returnedOn ? formatDaysLeft(daysBetween(today, one.contractEnd)) : '';
  const state = one.returnedOn
    ? t('returned')
    : one.departedOn
      ? [marketName(one.market, language()), days].filter(Boolean).join(' · ')
      : t('notLeft');
  return (
    <li>
      <Link to={`/nguoi/${one.workerId}`} className="person">
        <strong>{one.fullName}</strong>
        <span className="quiet">{state}</span>
      </Link>
      {one.phone && (
        <a
          className="icon-button call-button"
          href={dialOf(one.phone)}
          aria-label={t('call', { name: one.phoneOf ? `${one.phoneOf} – ${one.fullName}` : one.fullName })}
        >
          <Icon name="call" />
        </a>
      )}
    </li>
  );
}

function byHamlet(people: readonly CommunePersonAnswer[]): [hamlet: string, people: CommunePersonAnswer[]][] {
  const groups = new Map<string, CommunePersonAnswer[]>();
  for (const one of people) groups.set(one.hamlet ?? '', [...(groups.get(one.hamlet ?? '') ?? []), one]);
  return [...groups];
}

/** Without marks and case, as people type on a phone. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase();
