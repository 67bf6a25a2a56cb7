/**
 * Whether the server may call this address. A browser names it, so it is a stranger's text: only https on the standard port, only hosts of the
 * list (`*.` = any name below). `loopback`: a push service on this very machine, for trials.
 */
export function isPushEndpoint(text: string, hosts: readonly string[], loopback: boolean): boolean {
  if (text.length > 1_000 || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(text);
  if (username || password || hash) return false;
  if (loopback && hostname === '127.0.0.1') return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && port === '' && hosts.some((host) => fits(hostname, host));
}

function fits(hostname: string, host: string): boolean {
  if (!host.startsWith('*.')) return hostname === host;
  return hostname.endsWith(host.slice(1)) && hostname.length > host.length - 1;
}
