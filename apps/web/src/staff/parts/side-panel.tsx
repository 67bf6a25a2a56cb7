import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { useHotkeys } from './hotkeys';
import './side-panel.css';

const t = area('parts', vi);
const NARROW = '(max-width: 1100px)';

/** Beside the list on a wide screen, over it on a narrow one; Esc closes. The list stays where it is. */
export function SidePanel({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const narrow = useNarrow();
  const panel = useRef<HTMLElement>(null);
  useHotkeys({ Escape: { says: t('closePanel'), act: onClose } });
  useEffect(() => {
    if (narrow) panel.current?.focus();
  }, [narrow]);
  return (
    <section
      ref={panel}
      className="side-panel sheet"
      tabIndex={-1}
      aria-labelledby="side-panel-title"
      {...(narrow && { role: 'dialog', 'aria-modal': true })}
    >
      <header className="side-panel-head">
        <h2 id="side-panel-title">{title}</h2>
        <button type="button" className="icon-button" aria-label={t('closePanel')} onClick={onClose}>
          ×
        </button>
      </header>
      <div className="side-panel-body">{children}</div>
    </section>
  );
}

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
}
