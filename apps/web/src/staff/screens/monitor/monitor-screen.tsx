import { area } from '../../../language/words';
import vi from '../../../language/vi/monitor.json';
import { PageHead } from '../../parts/page-head';
import '../../parts/plain-table.css';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { LettersList } from './letters-list';
import './monitor.css';
import { NoticesList } from './notices-list';
import { SweepsList } from './sweeps-list';

const t = area('monitor', vi);
const TABS = ['sweeps', 'notices', 'letters'] as const;
const NOTICE_READERS = ['centre_staff', 'department_officer'];

/** What the system did by itself: searches by day, messages and how far each copy came, letters somebody must print. */
export function Screen() {
  const [{ xem }, setAddress] = useAddress();
  const readsNotices = NOTICE_READERS.includes(useMe().role);
  const tabs = readsNotices ? TABS : TABS.slice(0, 1);
  const shown = tabs.find((tab) => tab === xem) ?? 'sweeps';
  return (
    <section>
      <PageHead title={t('title')} note={t('note')} />
      <div className="tabs" role="tablist" aria-label={t('title')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={tab === shown}
            aria-controls={`panel-${tab}`}
            onClick={() => setAddress({ xem: tab }, { replace: true })}
          >
            {t(tab)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`panel-${shown}`} aria-labelledby={`tab-${shown}`}>
        {shown === 'sweeps' ? <SweepsList /> : shown === 'notices' ? <NoticesList /> : <LettersList />}
      </div>
    </section>
  );
}
