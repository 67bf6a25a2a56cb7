import { useEffect, useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';

const t = area('sent-file', vi);
const SOON = 2;

/** Seconds that somebody has been waiting: the sign that the screen is alive where nothing can be counted. Not read out. */
export function Elapsed() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds < SOON ? null : (
    <span className="quiet" aria-hidden="true">
      {' '}
      {t('elapsed', { seconds })}
    </span>
  );
}
