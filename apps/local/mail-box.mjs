import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** The newest mails are kept; an installation that is only tried out must not fill the disk. */
const KEEP = 5_000;

/** Mails as files, newest first. A file is written whole before the sender hears "accepted". */
export class MailBox {
  #ids;
  #heads = new Map();

  constructor(folder) {
    this.folder = folder;
    this.ready = readdir(folder).then((names) => {
      this.#ids = names.flatMap((name) => (/^\d+\.eml$/.test(name) ? [Number.parseInt(name, 10)] : [])).sort((a, b) => b - a);
    });
  }

  get size() {
    return this.#ids?.length ?? 0;
  }

  async keep(source, recipients) {
    await this.ready;
    const id = (this.#ids[0] ?? 0) + 1;
    this.#ids.unshift(id);
    const head = `X-Benve-Caught-At: ${new Date().toISOString()}\r\nX-Benve-Envelope-To: ${recipients.join(', ')}\r\n`;
    const draft = join(this.folder, `${id}.new`);
    await writeFile(draft, Buffer.concat([Buffer.from(head), source]), { mode: 0o600 });
    await rename(draft, this.#path(id));
    for (const old of this.#ids.splice(KEEP)) await this.#drop(old);
  }

  /** Mails whose subject or recipients contain the text. */
  async list(text = '', limit = 200) {
    await this.ready;
    const wanted = text.toLowerCase();
    const found = [];
    for (const id of this.#ids) {
      const head = await this.#head(id);
      if (head && `${head.subject}\n${head.to}`.toLowerCase().includes(wanted)) found.push(head);
      if (found.length >= limit) break;
    }
    return found;
  }

  async read(id) {
    await this.ready;
    const source = await readFile(this.#path(id)).catch(() => undefined);
    if (!source) return undefined;
    const mail = await PostalMime.parse(source);
    return { ...summary(id, mail), text: mail.text ?? '', html: mail.html, source: source.toString('utf8') };
  }

  async clear() {
    await this.ready;
    for (const id of this.#ids.splice(0)) await this.#drop(id);
  }

  async #head(id) {
    if (!this.#heads.has(id)) {
      const source = await readFile(this.#path(id)).catch(() => undefined);
      if (source) this.#heads.set(id, summary(id, await PostalMime.parse(source)));
    }
    return this.#heads.get(id);
  }

  async #drop(id) {
    this.#heads.delete(id);
    await rm(this.#path(id), { force: true });
  }

  #path(id) {
    return join(this.folder, `${id}.eml`);
  }
}

function summary(id, mail) {
  const header = (name) => mail.headers.find(({ key }) => key === name)?.value ?? '';
  return {
    id,
    at: header('x-benve-caught-at'),
    to: header('x-benve-envelope-to'),
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
  };
}
