import { createServer, type Socket } from 'node:net';

/** Where a server breaks off: before or after the named moment of the dialogue. */
export const CUTS = ['connect', 'banner', 'ehlo', 'mail', 'rcpt', 'data', 'body', 'dot'] as const;
export type Behaviour =
  | { cut: (typeof CUTS)[number] }
  | { answer: string; at: 'mail' | 'rcpt' | 'data' | 'dot' }
  | { slowBannerMs: number }
  | { silentAfterDot: true }
  | 'accept';

export interface HostileSmtp {
  url: string;
  /** Message-IDs of messages whose final dot arrived and were kept, in order (also when no answer was given). */
  taken: string[];
  connections: number;
  close(): Promise<void>;
}

/** A raw SMTP server that behaves as told for each recipient (or, before the recipient is known, for each connection). */
export async function startHostileSmtp(behaviour: (recipient: string | undefined, connection: number) => Behaviour): Promise<HostileSmtp> {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const state = { connections: 0 };
  const server = createServer((socket) => {
    const number = ++state.connections;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    converse(socket, (recipient) => behaviour(recipient, number), taken);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    get connections() {
      return state.connections;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, behaviour: (recipient?: string) => Behaviour, taken: string[]): void {
  let recipient: string | undefined;
  let body: string | undefined;
  let pending = '';
  const cuts = (at: (typeof CUTS)[number]) => {
    const b = behaviour(recipient);
    if (b === 'accept' || !('cut' in b) || b.cut !== at) return false;
    socket.destroy();
    return true;
  };
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (at: 'mail' | 'rcpt' | 'data' | 'dot', usual: string) => {
    const b = behaviour(recipient);
    say(b !== 'accept' && 'answer' in b && b.at === at ? b.answer : usual);
  };
  const greet = () => {
    if (cuts('banner')) return;
    say('220 hostile ESMTP');
  };
  if (cuts('connect')) return;
  const first = behaviour();
  if (first !== 'accept' && 'slowBannerMs' in first) setTimeout(greet, first.slowBannerMs).unref();
  else greet();
  const command = (line: string) => {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO' || word === 'HELO') return cuts('ehlo') || say('250 hostile');
    if (word === 'MAIL') return cuts('mail') || answer('mail', '250 ok');
    if (word === 'RCPT') {
      recipient = /<(.*)>/.exec(line)?.[1];
      return cuts('rcpt') || answer('rcpt', '250 ok');
    }
    if (word === 'DATA') {
      if (cuts('data')) return;
      const b = behaviour(recipient);
      if (b !== 'accept' && 'answer' in b && b.at === 'data') return say(b.answer);
      body = '';
      return say('354 go on');
    }
    if (word === 'RSET') recipient = undefined;
    say(word === 'QUIT' ? '221 bye' : '250 ok');
  };
  socket.on('data', (chunk) => {
    pending += chunk.toString('latin1');
    for (;;) {
      if (body !== undefined) {
        body += pending;
        pending = '';
        if (cuts('body')) return;
        const end = body.indexOf('\r\n.\r\n');
        if (end < 0) return;
        pending = body.slice(end + 5);
        const id = /^message-id: <(.+)>/im.exec(body)?.[1] ?? '?';
        body = undefined;
        const b = behaviour(recipient);
        const refused = b !== 'accept' && 'answer' in b && b.at === 'dot';
        if (!refused) taken.push(id);
        if (cuts('dot')) return;
        if (b !== 'accept' && 'silentAfterDot' in b) return;
        answer('dot', '250 taken');
        recipient = undefined;
        continue;
      }
      const at = pending.indexOf('\r\n');
      if (at < 0) return;
      const line = pending.slice(0, at);
      pending = pending.slice(at + 2);
      command(line);
      if (socket.destroyed) return;
    }
  });
}
