// One launcher per data folder, held by a socket that the kernel takes back when the process dies: no stale lock can exist.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function addressOf(folder) {
  const name = `benve-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/**
 * Takes the folder, or tells who holds it.
 * @param {object} mine what the holder says of itself; may be changed while it is held
 * @returns {Promise<{ held: true, release: () => Promise<void> } | { held: false, holder: object }>}
 */
export async function takeInstance(folder, mine) {
  const address = addressOf(folder);
  for (let tries = 0; tries < 20; tries++) {
    const server = await listen(address, mine);
    if (server) return { held: true, release: () => new Promise((resolve) => server.close(() => resolve())) };
    const holder = await ask(address);
    if (holder) return { held: false, holder };
    // A file left by a dead process (no abstract sockets here), or a holder that has just gone.
    if (process.platform !== 'linux' && process.platform !== 'win32') rmSync(address, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { held: false, holder: {} };
}

function listen(address, mine) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(JSON.stringify(mine));
    });
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function ask(address) {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('data', (chunk) => (said += chunk));
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => {
      try {
        resolve(JSON.parse(said));
      } catch {
        resolve(undefined);
      }
    });
  });
}
