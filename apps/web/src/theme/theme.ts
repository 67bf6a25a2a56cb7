export type Theme = 'light' | 'dark';
const STORED = 'benve.theme';
const listeners = new Set<() => void>();

/** The chosen theme, else what the device prefers. */
export function theme(): Theme {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function chooseTheme(wanted: Theme): void {
  localStorage.setItem(STORED, wanted);
  applyTheme();
  for (const listener of listeners) listener();
}

export function applyTheme(): void {
  document.documentElement.dataset.theme = theme();
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
