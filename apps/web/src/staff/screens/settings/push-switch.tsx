import { useEffect, useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/settings.json';
import { problemText } from '../../parts/problem-text';
import { endPush, pushState, startPush, type PushState } from '../../../push/own-push';

const t = area('settings', vi);
const WORKER = { script: '/sw-bell.js', scope: '/' };

/** Push on this browser: what it can do, and one press to begin or to end. */
export function PushSwitch() {
  const [state, setState] = useState<PushState>();
  const [problem, setProblem] = useState('');
  useEffect(() => void pushState(WORKER).then(setState), []);
  const change = async () => {
    setProblem('');
    try {
      if (state === 'on') await endPush(WORKER, (endpoint) => call('DELETE /api/v1/me/push-subscriptions', { body: { endpoint } }));
      else {
        const { publicKey } = await call('GET /api/v1/me/push-key');
        await startPush(WORKER, publicKey, (body) => call('POST /api/v1/me/push-subscriptions', { body }));
      }
    } catch (error) {
      setProblem(problemText(error));
    }
    setState(await pushState(WORKER));
  };
  // Until the browser has answered, what it most often says keeps its place unseen: nothing below moves.
  const shown = state ?? 'off';
  return (
    <div className={state ? 'push-switch' : 'push-switch push-unknown'}>
      <p className="quiet" role="status">
        {t(`push.${shown}`)}
      </p>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {(shown === 'on' || shown === 'off') && (
        <button type="button" className="plain-button" onClick={() => void change()}>
          {t(shown === 'on' ? 'pushEnd' : 'pushStart')}
        </button>
      )}
    </div>
  );
}
