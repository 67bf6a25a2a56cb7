import { createServer, type Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How the line to the server behaves. `answer-lost`: the server gets the write and does it, its answer never arrives; `dead`: nothing gets through. */
export type LineState = 'good' | 'answer-lost' | 'dead';

/** A real line between browser and server that can be cut at the worst moment: bytes over sockets, nothing is imitated. */
export class CuttingLine {
  state: LineState = 'good';
  /** Writes whose answer was swallowed. */
  lost = 0;
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<CuttingLine> {
    const { port } = new URL(url);
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const line = new CuttingLine(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (browser) => line.join(browser, Number(port)));
    return line;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private join(browser: Socket, port: number): void {
    if (this.state === 'dead') return void browser.destroy();
    const server = new Socket().connect(port, '127.0.0.1');
    let writing = false;
    for (const socket of [browser, server]) {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.open.delete(socket);
        browser.destroy();
        server.destroy();
      });
    }
    browser.on('data', (bytes: Buffer) => {
      if (this.state === 'dead') return void browser.destroy();
      writing = /^POST \/api\/v1\/(alerts|commune)\//.test(bytes.subarray(0, 60).toString());
      server.write(bytes);
    });
    server.on('data', (bytes: Buffer) => {
      if (writing && this.state === 'answer-lost') {
        this.lost++;
        return void browser.destroy();
      }
      if (this.state !== 'dead') browser.write(bytes);
    });
  }
}
