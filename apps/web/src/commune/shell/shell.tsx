import { type ComponentType, useEffect, useRef, useState } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { back, fits, Link, usePath } from '../router';
import { BottomBar } from './bottom-bar';
import { Icon } from '../parts/icon';
import { ROUTES, type Route, type RouteValues } from './routes';
import { StateStrip } from './state-strip';

const t = area('commune', vi);

function routeOf(path: string): { route: Route; values: RouteValues } | undefined {
  for (const route of ROUTES) {
    const values = fits(route.path, path);
    if (values) return { route, values };
  }
  return undefined;
}

export function Shell() {
  const path = usePath();
  const found = routeOf(path);
  const title = t(found?.route.title ?? 'notFound');
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${title} – ${t('appName')}`;
    // After a change of screen the reader of the screen starts at its title.
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path, title]);
  const parent = found?.route.parent;
  return (
    <div className="phone">
      <header className="top no-print">
        {parent !== undefined && (
          <button type="button" className="icon-button" aria-label={t('back')} onClick={() => back(parent)}>
            <Icon name="back" />
          </button>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Link to="/tai-khoan" className="icon-button" aria-label={t('accountTitle')}>
          <Icon name="person" />
        </Link>
      </header>
      <StateStrip />
      <main>{found ? <Drawn key={path} route={found.route} values={found.values} /> : <NotFound />}</main>
      <BottomBar path={path} />
    </div>
  );
}

function NotFound() {
  return (
    <div className="empty">
      <p>{t('notFoundText')}</p>
      <Link to="/" className="main as-button">
        {t('toTasks')}
      </Link>
    </div>
  );
}

const loaded = new Map<string, ComponentType<RouteValues>>();

function Drawn({ route, values }: { route: Route; values: RouteValues }) {
  const [, draw] = useState(0);
  const [failed, setFailed] = useState(false);
  const Screen = route.Screen ?? loaded.get(route.path);
  useEffect(() => {
    if (Screen || !route.load) return;
    route.load().then(
      (screen) => {
        loaded.set(route.path, screen.Screen);
        draw((n) => n + 1);
      },
      () => setFailed(true),
    );
  }, [Screen, route]);
  if (failed)
    return (
      <div className="empty">
        <p>{t('screenFailed')}</p>
        <button type="button" className="main" onClick={() => location.reload()}>
          {t('again')}
        </button>
      </div>
    );
  return Screen ? <Screen {...values} /> : <div className="screen-waiting" aria-busy="true" />;
}
