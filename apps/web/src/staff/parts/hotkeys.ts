import { useEffect, useRef } from 'react';

type Act = (event: KeyboardEvent) => unknown;

/** A key that says what it does stands on the sheet of keys. */
export interface SpokenKey {
  readonly says: string;
  readonly act: Act;
}

export type Hotkeys = Readonly<Record<string, Act | SpokenKey | undefined>>;

const STORED = 'benve.hotkeys';
/** Single letters can be switched off (WCAG 2.1.4); combinations with Ctrl always work. */
export const lettersOn = (): boolean => localStorage.getItem(STORED) !== 'off';
export const switchLetters = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

/** Keys of everything that is on the screen now, the newest last. */
const registered = new Set<{ current: Hotkeys }>();

/** What the keys of this moment do: screens first, then the frame around them. */
export function spokenKeys(): { key: string; says: string }[] {
  const found = new Map<string, string>();
  for (const { current } of [...registered].reverse())
    for (const [key, entry] of Object.entries(current))
      if (entry && typeof entry !== 'function' && !found.has(key)) found.set(key, entry.says);
  return [...found].map(([key, says]) => ({ key, says }));
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    takesText(target) ||
    target.closest('[role=grid][data-editing]') !== null);

/** Ticks and buttons take no letters. */
const takesText = (target: HTMLElement) =>
  target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range)$/.test(target.type);

/** Enter and Space belong to the control that has the focus. */
const isPressing = (target: EventTarget | null, key: string) =>
  (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.closest('a[href],button,summary,[role=button]') !== null;

/** Keys of a screen: `j`, `Enter`, `ctrl+k`, `?`. Letters stay silent while somebody types, so that Telex keys never act. */
export function useHotkeys(keys: Hotkeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    registered.add(latest);
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const combined = event.ctrlKey || event.metaKey;
      const name = `${combined ? 'ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const entry = latest.current[name];
      if (!entry || isPressing(event.target, name)) return;
      if (!combined && event.key !== 'Escape' && (isTyping(event.target) || (event.key.length === 1 && !lettersOn()))) return;
      if (document.querySelector('[aria-modal=true]') && !combined && event.key !== 'Escape') return;
      event.preventDefault();
      (typeof entry === 'function' ? entry : entry.act)(event);
    };
    window.addEventListener('keydown', press);
    return () => {
      registered.delete(latest);
      window.removeEventListener('keydown', press);
    };
  }, []);
}
