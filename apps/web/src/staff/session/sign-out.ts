import { call } from '../../api/call';
import { dropDrafts } from '../parts/use-draft';

/** Ends the session and leaves nothing of it on the device. */
export async function signOut(): Promise<void> {
  await call('DELETE /api/v1/session').catch(() => undefined);
  dropDrafts();
  sessionStorage.clear();
  location.assign('/');
}
