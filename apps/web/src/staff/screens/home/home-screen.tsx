import { Navigate } from '@tanstack/react-router';
import { useMe } from '../../session/me';
import { useOwnScreens } from '../../session/own-screens';
import { QueuePage } from './queue/queue-page';

const WITH_QUEUE = ['centre_staff', 'department_officer', 'agency_clerk'];

/** The first page: the work queue of those who have one, the first screen of the menu for the others. */
export function Screen() {
  const { role } = useMe();
  const first = useOwnScreens().find(({ menu, path }) => menu && path !== '/');
  return WITH_QUEUE.includes(role) || !first ? <QueuePage /> : <Navigate to={first.path} replace />;
}
