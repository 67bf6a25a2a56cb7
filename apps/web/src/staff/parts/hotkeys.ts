import { useEffect, useRef } from 'react';

export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const STORED = 'benve.hotkeys';
/** Single letters can be switched off (WCAG 2.1.4); combinations with Ctrl always work. */
export const lettersOn = (): boolean => localStorage.getItem(STORED) !== 'off';
export const switchLetters = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role=grid][data-editing]') !== null);

/** Keys of a screen: `j`, `Enter`, `ctrl+k`, `?`. Letters stay silent while somebody types, so that Telex keys never act. */
export function useHotkeys(keys: Hotkeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const combined = event.ctrlKey || event.metaKey;
      const name = `${combined ? 'ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const act = latest.current[name];
      if (!act || (!combined && (isTyping(event.target) || (event.key.length === 1 && !lettersOn())))) return;
      if (document.querySelector('[aria-modal=true]') && !combined && event.key !== 'Escape') return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
