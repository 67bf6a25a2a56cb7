import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFoundScreen } from './screens/not-found/not-found-screen';
import { ScreenFailed } from './shell/screen-failed';
import { ScreenWaiting } from './shell/screen-waiting';
import { SCREENS } from './screens';
import { Shell } from './shell/shell';

/** Words and numbers of the address stay text: a case code or a phone number is never read as a number. */
const plain = {
  parse: (search: string) => Object.fromEntries(new URLSearchParams(search)),
  stringify: (search: Record<string, unknown>) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text ? `?${text}` : '';
  },
};

export function makeRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundScreen });
  const screens = SCREENS.map(({ path, load }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(async () => ({ default: (await load()).Screen })) }),
  );
  // The address in mails and letters.
  const fromMail = createRoute({
    getParentRoute: () => root,
    path: '/cong-viec',
    beforeLoad: () => {
      throw redirect({ to: '/' });
    },
  });
  return createRouter({
    routeTree: root.addChildren([...screens, fromMail]),
    defaultPreload: 'intent',
    defaultPendingComponent: ScreenWaiting,
    defaultErrorComponent: ScreenFailed,
    parseSearch: plain.parse,
    stringifySearch: plain.stringify,
    scrollRestoration: true,
  });
}
