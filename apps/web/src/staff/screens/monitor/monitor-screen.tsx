import { area } from '../../../language/words';
import vi from '../../../language/vi/monitor.json';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { HealthList } from './health-list';
import { LettersList } from './letters-list';
import './monitor.css';
import { NoticesList } from './notices-list';
import { SweepsList } from './sweeps-list';

const t = area('monitor', vi);
const TABS = { health: HealthList, sweeps: SweepsList, notices: NoticesList, letters: LettersList } as const;
type Tab = keyof typeof TABS;
/** An administrator watches the program, an office what was said to others. */
const OF_ADMINISTRATOR: readonly Tab[] = ['health', 'sweeps'];
const OF_OFFICE: readonly Tab[] = ['sweeps', 'notices', 'letters'];

/** What the system did by itself: searches by day, messages and how far each copy came, letters somebody must print. */
export function Screen() {
  const [{ xem }, setAddress] = useAddress();
  const tabs = useMe().role === 'administrator' ? OF_ADMINISTRATOR : OF_OFFICE;
  const shown = tabs.find((tab) => tab === xem) ?? tabs[0]!;
  const List = TABS[shown];
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
        <List />
      </div>
    </section>
  );
}
