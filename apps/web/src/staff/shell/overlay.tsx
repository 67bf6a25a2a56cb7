import { type ReactNode, useEffect, useRef } from 'react';
import './overlay.css';

/** A window over everything: takes the focus, gives it back, closes by Esc or a press beside it. */
export function Overlay({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    (place.current?.querySelector<HTMLElement>('[autofocus], input') ?? place.current)?.focus();
    return () => before?.focus();
  }, []);
  return (
    <div
      className="veil"
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Tab') keepInside(event.nativeEvent, place.current!);
      }}
    >
      <div ref={place} className="overlay sheet" role="dialog" aria-modal="true" aria-label={label} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}

function keepInside(event: KeyboardEvent, place: HTMLElement): void {
  const stops = [...place.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input, select, textarea, [tabindex="0"]')];
  const [first, last] = [stops[0], stops.at(-1)];
  const leaving = event.shiftKey ? document.activeElement === first || document.activeElement === place : document.activeElement === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
