import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment, useEffect, useState } from 'react';
import { formatNumber } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';
import { useMe } from '../session/me';
import { useOwnScreens } from '../session/own-screens';
import { hasQueue, useWorkCounts } from './work-counts';

const t = area('shell', vi);
/** So many stand in the bar of a phone beside the button that shows the rest. */
const ON_PHONE = 3;

/** The screens of the role, with how much is urgent. On a phone the first ones stand at the foot, the others behind one press. */
export function Menu() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const counts = useWorkCounts(path !== '/');
  const [wide, setWide] = useState(false);
  useEffect(() => setWide(false), [path]);
  const { role } = useMe();
  const entries = useOwnScreens().filter(({ menu, path: to }) => menu && (to !== '/' || hasQueue(role)));
  return (
    <nav className={`side-menu no-print${wide ? ' menu-wide' : ''}`} aria-label={t('menu')}>
      {entries.map(({ path: to, word, menu }, at) => (
        <Fragment key={to}>
          {menu !== entries[at - 1]?.menu && <p className="menu-part">{t(`part.${menu!}`)}</p>}
          <Link
            to={to}
            className={at < ON_PHONE ? 'menu-first' : 'menu-rest'}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(word)}
            {to === '/' && (counts?.urgent ?? 0) > 0 && (
              <span className="menu-count" aria-label={t('urgentCount', { rows: formatNumber(counts!.urgent) })}>
                {formatNumber(counts!.urgent)}
              </span>
            )}
          </Link>
        </Fragment>
      ))}
      {entries.length > ON_PHONE && (
        <button type="button" className="menu-more" aria-expanded={wide} onClick={() => setWide(!wide)}>
          {t(wide ? 'menuLess' : 'menuMore')}
        </button>
      )}
    </nav>
  );
}
