import { useEffect, useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { phonePush, ringThisPhone, stopRinging } from '../../device/push';
import { problemText } from '../../parts/problem-text';
import type { PushState } from '../../../push/own-push';

const t = area('commune-people', vi);

/** Whether this phone rings when there is something to do, and one tap to change it. */
export function PushLine() {
  const [state, setState] = useState<PushState>();
  const [problem, setProblem] = useState('');
  useEffect(() => void phonePush().then(setState), []);
  const change = async () => {
    setProblem('');
    await (state === 'on' ? stopRinging() : ringThisPhone()).catch((error: unknown) => setProblem(problemText(error)));
    setState(await phonePush());
  };
  return (
    <>
      {state === 'on' || state === 'off' ? (
        <label className="switch">
          <input type="checkbox" checked={state === 'on'} onChange={() => void change()} />
          {t('ring')}
        </label>
      ) : (
        <p className="note">{state ? t(`ring.${state}`) : ''}</p>
      )}
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
    </>
  );
}
