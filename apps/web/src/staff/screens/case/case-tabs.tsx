import type { KeyboardEvent } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';

const t = area('case', vi);

export const TABS = ['tong-quan', 'giay-to', 'hop-dong', 'tien', 'gia-dinh', 'canh-bao', 'lich-su'] as const;
export type Tab = (typeof TABS)[number];

/** Tabs of the case by the pattern everybody knows: arrows move, the address keeps the choice. */
export function TabBar({ tab, onTab, counts }: { tab: Tab; onTab: (tab: Tab) => void; counts: Partial<Record<Tab, number>> }) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!;
    event.preventDefault();
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div className="tab-bar no-print" role="tablist" aria-label={t('tabs')} onKeyDown={move}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === tab}
          aria-controls="case-panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {t(`tab.${one}`)} {counts[one] ? <span className="tab-count">{counts[one]}</span> : null}
        </button>
      ))}
    </div>
  );
}
