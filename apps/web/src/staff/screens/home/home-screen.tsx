import { Navigate } from '@tanstack/react-router';
import { useMe } from '../../session/me';
import { useOwnScreens } from '../../session/own-screens';
import { hasQueue } from '../../shell/work-counts';
import { QueuePage } from './queue/queue-page';

/** The first page: the work queue of those who have one, the first screen of the menu for the others. */
export function Screen() {
  const { role } = useMe();
  const first = useOwnScreens().find(({ menu, path }) => menu && path !== '/');
  return hasQueue(role) || !first ? <QueuePage /> : <Navigate to={first.path} replace />;
}
