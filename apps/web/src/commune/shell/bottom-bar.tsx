import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { Icon, type IconName } from '../parts/icon';
import { Link } from '../router';

const t = area('commune', vi);
const TABS: readonly { to: string; word: 'nav.tasks' | 'nav.people' | 'nav.add' | 'nav.report'; icon: IconName }[] = [
  { to: '/', word: 'nav.tasks', icon: 'tasks' },
  { to: '/lao-dong', word: 'nav.people', icon: 'people' },
  { to: '/them', word: 'nav.add', icon: 'add' },
  { to: '/bao-cao', word: 'nav.report', icon: 'report' },
];
const BEHIND: Readonly<Record<string, string>> = { nguoi: '/lao-dong', 'so-theo-doi': '/bao-cao', 'ban-giao': '/bao-cao' };

/** Within reach of the thumb. */
export function BottomBar({ path }: { path: string }) {
  const head = path.split('/')[1] ?? '';
  const open = TABS.some(({ to }) => to === path)
    ? path
    : (BEHIND[head] ?? (['', 'viec', 'tham', 'hoi', 'khac-xa', 'cho-gui', 'phien-viec-lam'].includes(head) ? '/' : ''));
  return (
    <nav className="bottom no-print" aria-label={t('mainMenu')}>
      {TABS.map(({ to, word, icon }) => (
        <Link key={to} to={to} aria-current={open === to ? 'page' : undefined}>
          <Icon name={icon} />
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
