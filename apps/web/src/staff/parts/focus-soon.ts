const LONGEST_MS = 3_000;

/** Moves the focus to what is about to be drawn, as soon as it is there; gives up when somebody else took the focus meanwhile. */
export function focusSoon(selector: string): void {
  const before = document.activeElement;
  const began = performance.now();
  const look = () => {
    const target = document.querySelector<HTMLElement>(selector);
    if (target) return target.focus();
    const taken = document.activeElement !== before && document.activeElement !== document.body;
    if (!taken && performance.now() - began < LONGEST_MS) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
