import { useEffect, useState } from 'react';
import { onLanguageChange } from '../language/words';
import { useLive } from './live-state';
import { account } from './session/account';
import { SignInScreen } from './session/sign-in-screen';
import { Shell } from './shell/shell';

/** The commune officer's phone: four screens in a bottom bar, everything else one tap behind them. */
export function CommuneApp() {
  const [drawn, draw] = useState(0);
  useEffect(() => onLanguageChange(() => draw((n) => n + 1)), []);
  const state = useLive(account);
  if (state.kind === 'opening') return <main className="opening" aria-busy="true" />;
  return state.kind === 'out' ? <SignInScreen key={drawn} why={state.why} login={state.login} /> : <Shell key={drawn} />;
}
