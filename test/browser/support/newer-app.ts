import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The office behind a relay that can hand out a newer build of the phone's program, as after an update of the server. */
export class NewerApp {
  /** Version of the program that is handed out instead; undefined: the real one. */
  version?: string;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(office: string): Promise<NewerApp> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const app = new NewerApp(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (browser, answer) => {
      const worker = browser.url === '/xa/sw.js' && app.version !== undefined;
      const headers = worker ? { ...browser.headers, 'accept-encoding': 'identity' } : browser.headers;
      const onward = ask(new URL(browser.url!, office), { method: browser.method, headers }, (came) => {
        if (!worker) {
          answer.writeHead(came.statusCode!, came.headers);
          return void came.pipe(answer);
        }
        came.setEncoding('utf8');
        let text = '';
        came.on('data', (part: string) => (text += part));
        came.on('end', () => {
          const { 'content-length': _, ...kept } = came.headers;
          answer.writeHead(came.statusCode!, kept);
          answer.end(text.replace(/(version\W+)[0-9a-f]{12}/, `$1${app.version}`));
        });
      });
      onward.on('error', () => answer.destroy());
      answer.on('close', () => onward.destroy());
      browser.pipe(onward);
    });
    return app;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
