import { useEffect, useState } from 'react';
import { formatMoment } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { takeUpdate, updateReady } from '../device/app-update';
import { outbox, sendWaiting } from '../device/outbox';
import { useLive } from '../live-state';
import { Icon } from '../parts/icon';
import { Link } from '../router';

const t = area('commune', vi);

/** What the officer must never wonder about: is there a signal, is it sent. */
export function StateStrip() {
  const online = useOnline();
  const { waiting, sent, lasting, locked } = useLive(outbox);
  const update = useLive(updateReady);
  const refused = waiting.filter((deed) => deed.refused).length;
  const last = sent[0];
  return (
    <div className="strip no-print" role="status">
      {!online && <span className="no-signal">{t('noSignal')}</span>}
      {waiting.length > refused && (
        <Link to="/cho-gui" className="badge">
          {t('waitingToSend', { n: waiting.length - refused })}
        </Link>
      )}
      {refused > 0 && (
        <Link to="/cho-gui" className="badge refused">
          {t('refusedCount', { n: refused })}
        </Link>
      )}
      {waiting.length === 0 && last && (
        <Link to="/cho-gui" className="badge sent">
          <Icon name="done" />
          {t(last.late ? 'sentLate' : 'sentAt', { time: formatMoment(last.at).slice(-5) })}
        </Link>
      )}
      {locked && waiting.length > 0 && <span className="warn">{t('outboxLocked')}</span>}
      {!lasting && <span className="warn">{t('notLasting')}</span>}
      {online && !locked && waiting.length > refused && (
        <button type="button" className="plain" onClick={() => void sendWaiting()}>
          {t('sendNow')}
        </button>
      )}
      {update && (
        <button type="button" className="plain" onClick={takeUpdate}>
          {t('takeUpdate')}
        </button>
      )}
    </div>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return online;
}
