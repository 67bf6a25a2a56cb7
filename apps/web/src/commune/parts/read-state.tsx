import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { isOffline } from '../device/no-signal';
import type { Read } from '../use-read';
import { problemText } from './problem-text';

const t = area('commune', vi);

/** Waiting, no signal, a fault, nothing there: each said once for every list. */
export function ReadState({ read, empty }: { read: Read<unknown>; empty?: string }) {
  if (read.error !== undefined && read.value === undefined)
    return (
      <div className="empty" role="alert">
        <p>{isOffline(read.error) ? t('needsSignal') : problemText(read.error)}</p>
        <button type="button" className="main" onClick={() => read.again()}>
          {t('again')}
        </button>
      </div>
    );
  if (read.value === undefined)
    return (
      <div className="cards" aria-busy="true" aria-label={t('loading')}>
        <div className="card ghost" />
        <div className="card ghost" />
      </div>
    );
  return empty ? <p className="empty">{empty}</p> : null;
}
