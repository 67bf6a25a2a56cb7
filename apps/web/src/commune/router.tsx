import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { liveState, useLive } from './live-state';

const ROOT = '/xa';
const place = liveState(read());

function read(): string {
  return location.pathname.slice(ROOT.length) || '/';
}

addEventListener('popstate', () => place.set(read()));

export const usePath = (): string => useLive(place);

/** Opens a screen; `replace`: Back does not come back to the present one. */
export function go(path: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState']({ within: true }, '', ROOT + path);
  place.set(read());
  scrollTo(0, 0);
}

/** Where the person came from, or `otherwise` when this screen was the first. */
export function back(otherwise: string): void {
  if ((history.state as { within?: boolean } | null)?.within) history.back();
  else go(otherwise, { replace: true });
}

/** A link within the app: opened here, and still a link for the browser. */
export function Link({ to, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={ROOT + to} onClick={open} />;
}

/** Values of `:name` parts when the path fits the pattern. */
export function fits(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.replace(/\/$/, '').split('/')];
  if (pattern === '/') return path === '/' ? {} : undefined;
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(given[i]!);
    else if (part !== given[i]) return undefined;
  }
  return values;
}
