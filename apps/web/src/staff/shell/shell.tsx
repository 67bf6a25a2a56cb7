import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';
import { useLive } from '../live/use-live';
import { useHotkeys } from '../parts/hotkeys';
import { screensOf } from '../screens';
import { useMe } from '../session/me';
import { OwnScreensProvider } from '../session/own-screens';
import { AccountMenu } from './account-menu';
import { Bell } from './bell/bell';
import { Menu } from './menu';

const t = area('shell', vi);
const loadPalette = () => import('./palette/palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('./keys/key-sheet')).KeySheet }));

/** Bar on top with search and bell, menu of the role at the left (on a phone at the foot), the screen beside it. */
export function Shell() {
  const me = useMe();
  const [over, setOver] = useState<'palette' | 'keys'>();
  useLive();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const screens = useMemo(() => screensOf(me.role), [me.role]);
  const here = screens.find((screen) => screen.path === path);
  useEffect(() => {
    document.title = here ? `${t(here.word)} – Bến Về` : 'Bến Về';
  }, [here]);
  const search = { says: t('search'), act: () => setOver('palette') };
  useHotkeys({ 'ctrl+k': search, '/': search, '?': { says: t('keys'), act: () => setOver('keys') } });
  return (
    <OwnScreensProvider value={screens}>
      <div className="shell">
        <a className="skip-link" href="#content">
          {t('skip')}
        </a>
        <header className="top-bar no-print">
          <Link to="/" className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            <span>Bến Về</span>
          </Link>
          <button
            type="button"
            className="search-button"
            onPointerEnter={() => void loadPalette()}
            onFocus={() => void loadPalette()}
            onClick={() => setOver('palette')}
            aria-keyshortcuts="Control+K"
          >
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              <path d="M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.5 10.5L18 18" fill="none" stroke="currentColor" strokeWidth="1.8" />
            </svg>
            <span className="search-word">{t('searchShape')}</span>
            <kbd aria-hidden="true">{t('searchKey')}</kbd>
          </button>
          <Bell />
          <AccountMenu onKeys={() => setOver('keys')} />
        </header>
        <Menu />
        <main id="content" className="content" tabIndex={-1}>
          <Outlet />
        </main>
        <Suspense>
          {over === 'palette' && <Palette onClose={() => setOver(undefined)} onKeys={() => setOver('keys')} />}
          {over === 'keys' && <KeySheet onClose={() => setOver(undefined)} />}
        </Suspense>
      </div>
    </OwnScreensProvider>
  );
}
