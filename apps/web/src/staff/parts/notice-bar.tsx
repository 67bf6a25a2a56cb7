import { useEffect, useSyncExternalStore } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { useHotkeys } from './hotkeys';
import { dismissNotice, notice, onNoticeChange } from './notices';

const t = area('parts', vi);

/** One bar at the foot of the screen: what was just done, and its undo for half a minute, by press or by `Z`, wherever one has gone meanwhile. */
export function NoticeBar() {
  const shown = useSyncExternalStore(onNoticeChange, notice);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(dismissNotice, shown.undo ? 30_000 : shown.kind === 'fault' ? 15_000 : 6_000);
    return () => clearTimeout(timer);
  }, [shown]);
  const takeBack = shown?.undo && (() => (dismissNotice(), void shown.undo?.()));
  useHotkeys({ z: takeBack && { says: t('undo'), act: takeBack } });
  return (
    <div className="notice-place no-print" role={shown?.kind === 'fault' ? 'alert' : 'status'} aria-live="polite">
      {shown && (
        <div className={`notice notice-${shown.kind}`}>
          <span>{shown.text}</span>
          {takeBack && (
            <button type="button" onClick={takeBack}>
              {t('undo')} <kbd>Z</kbd>
            </button>
          )}
          <button type="button" aria-label={t('close')} onClick={dismissNotice}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
