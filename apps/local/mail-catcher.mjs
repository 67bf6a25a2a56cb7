// Stands in for a mail server: takes every mail, lets none out, keeps them on disk and shows them on a page of this machine only.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { MailBox } from './mail-box.mjs';
import { listPage, mailPage, missingPage } from './mail-pages.mjs';
import { DATA } from './places.mjs';

const SMTP_PORT = Number(process.env.MAIL_CATCHER_SMTP_PORT);
const PAGE_PORT = Number(process.env.MAIL_CATCHER_PAGE_PORT);
const LIMIT = 25_000_000;

const folder = join(DATA, 'mails');
mkdirSync(folder, { recursive: true, mode: 0o700 });
const box = new MailBox(folder);

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  size: LIMIT,
  banner: 'Bến Về mail catcher',
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('error', done);
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      box.keep(Buffer.concat(parts), to).then(() => done(), done);
    });
  },
});
smtp.on('error', (error) => console.error(error.message));

const SAFE = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };
const PAGE = {
  ...SAFE,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'",
};
// A mail is a stranger's text: no script, no request to anywhere, a frame of its own origin; links open outside the frame.
const FRAME = {
  ...PAGE,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox",
};

async function answer(request, response) {
  const send = (status, headers, body) => response.writeHead(status, headers).end(body);
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!['localhost', '127.0.0.1'].includes(host)) return send(421, SAFE, 'localhost only');
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (request.method === 'POST' && pathname === '/clear') {
    if (request.headers['sec-fetch-site'] && request.headers['sec-fetch-site'] !== 'same-origin') return send(403, SAFE, '');
    await box.clear();
    return send(303, { ...SAFE, location: '/' }, '');
  }
  if (request.method !== 'GET') return send(405, SAFE, '');
  const query = searchParams.get('q') ?? '';
  if (pathname === '/') return send(200, PAGE, listPage(await box.list(query), query, box.size));
  if (pathname === '/api/mails')
    return send(200, { ...SAFE, 'content-type': 'application/json' }, JSON.stringify(await box.list(query, 1000)));
  const [, id, part] = /^\/mails\/(\d+)(?:\/(html|source|json))?$/.exec(pathname) ?? [];
  const mail = id && (await box.read(Number(id)));
  if (!mail) return send(404, PAGE, missingPage());
  if (part === 'html') return send(200, FRAME, `<base target="_blank">${mail.html ?? ''}`);
  if (part === 'source') return send(200, { ...SAFE, 'content-type': 'text/plain; charset=utf-8' }, mail.source);
  if (part === 'json') return send(200, { ...SAFE, 'content-type': 'application/json' }, JSON.stringify({ ...mail, source: undefined }));
  return send(200, PAGE, mailPage(mail));
}

const page = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

page.listen(PAGE_PORT, '127.0.0.1');
smtp.listen(SMTP_PORT, '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => {
    page.close();
    smtp.close(() => process.exit(0));
    setTimeout(() => process.exit(0), 500).unref();
  });
