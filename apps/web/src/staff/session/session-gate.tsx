import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { onSessionLost } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/session.json';
import { FullPageState } from '../parts/full-page-state';
import { useMarkets } from '../parts/markets';
import { ME, useSession } from './me';
import { SetPasswordForm } from './set-password-form';
import { SignInForm } from './sign-in-form';

const t = area('session', vi);

/**
 * Lets people in by password. A session that ends while somebody works is asked for again on top of the screen: what they typed stays.
 * Commune officers have an app of their own and are led there.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const { me, failed, again } = useSession();
  const markets = useMarkets();
  const [lost, setLost] = useState(false);
  const queries = useQueryClient();
  const inside = Boolean(me);
  useEffect(() => (inside ? onSessionLost(() => setLost(true)) : undefined), [inside]);
  const elsewhere = me?.role === 'commune_officer';
  // Once: a second call, when the next answer draws this again, would break off the way that the first one began.
  useEffect(() => (elsewhere ? location.replace('/xa/') : undefined), [elsewhere]);

  if (location.pathname === '/dat-mat-khau') return <SetPasswordForm token={location.hash.slice(1)} />;
  if (failed) return <FullPageState title={t('unreachable')} text={t('unreachableText')} action={t('again')} onAction={again} />;
  if (me === undefined) return <FullPageState busy title={t('opening')} />;
  const enter = async () => {
    setLost(false);
    await queries.invalidateQueries();
  };
  if (me === null) return <SignInForm onSignedIn={() => queries.invalidateQueries({ queryKey: ME })} />;
  if (elsewhere || markets.pending) return <FullPageState busy title={t('opening')} />;
  return (
    <>
      {children}
      {lost && (
        <div className="veil" role="dialog" aria-modal="true" aria-label={t('lostTitle')}>
          <SignInForm login={me.login} note={t('lostText')} onSignedIn={enter} />
        </div>
      )}
    </>
  );
}
