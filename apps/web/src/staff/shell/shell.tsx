import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';
import { screensOf } from '../screens';
import { useMe } from '../session/me';
import { AccountMenu } from './account-menu';

const t = area('shell', vi);

/** Bar on top, menu of the role at the left, the screen beside it. */
export function Shell() {
  const me = useMe();
  const screens = screensOf(me.role);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const here = screens.find((screen) => screen.path === path);
  useEffect(() => {
    document.title = here ? `${t(here.word)} – Bến Về` : 'Bến Về';
  }, [here]);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="top-bar no-print">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>Bến Về</span>
        </Link>
        <AccountMenu />
      </header>
      <nav className="side-menu no-print" aria-label={t('menu')}>
        {screens
          .filter(({ menu }) => menu)
          .map(({ path: to, word }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
              {t(word)}
            </Link>
          ))}
      </nav>
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
