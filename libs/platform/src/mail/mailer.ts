import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { composeMail, type OutgoingMail } from './compose-mail';
import { isMailAddress, parseSender } from './mail-address';
import { decideMailOutcome, type MailOutcome } from './mail-outcome';

export interface MailerOptions {
  url: string;
  from: string;
  /** Longest time of one send, waiting for a connection included, in ms. */
  deadlineMs?: number;
  connections?: number;
  /** Refuse to send without TLS; loopback servers excepted. */
  requireTls?: boolean;
}

export type Mail = Omit<OutgoingMail, 'from' | 'date'>;

/** One pooled SMTP client per process. It never throws for a mail: every try has an outcome. */
export class Mailer {
  readonly sender: { name: string; address: string };
  private readonly deadlineMs: number;
  private readonly transport: Transporter;

  constructor(options: MailerOptions) {
    this.sender = parseSender(options.from);
    this.deadlineMs = options.deadlineMs ?? 60_000;
    const wait = Math.min(20_000, this.deadlineMs);
    const { hostname, protocol } = new URL(options.url);
    const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    this.transport = createTransport({
      url: options.url,
      pool: true,
      maxConnections: options.connections ?? 8,
      maxMessages: 500,
      // The library would send again by itself after a lost connection; only the delivery's own state may decide that.
      maxRequeues: 0,
      connectionTimeout: wait,
      greetingTimeout: wait,
      dnsTimeout: wait,
      socketTimeout: Math.min(45_000, this.deadlineMs),
      requireTLS: Boolean(options.requireTls) && !loopback && protocol === 'smtp:',
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
    this.transport.on('error', () => undefined);
    this.transport.use('stream', (mail, done) => {
      const { body } = mail.data as unknown as { body: () => Readable };
      mail.message.createReadStream = body;
      done();
    });
  }

  /** Domain of Message-IDs. */
  get domain(): string {
    return this.sender.address.slice(this.sender.address.indexOf('@') + 1);
  }

  /** @throws Error when the mail itself is unsound (a header with a control character). */
  async send(mail: Mail): Promise<MailOutcome> {
    if (!isMailAddress(mail.to)) return { kind: 'bounced', reason: 'ADDRESS_INVALID' };
    const raw = composeMail({ ...mail, from: this.sender, date: new Date() });
    let handedOver = false;
    const body = () =>
      new Readable({
        read() {
          handedOver = true;
          this.push(raw);
          this.push(null);
        },
      });
    const signal = AbortSignal.timeout(this.deadlineMs);
    try {
      await this.transport.sendMail({
        envelope: { from: this.sender.address, to: [mail.to] },
        raw: '',
        body,
        signal,
      } as never);
      return { kind: 'sent' };
    } catch (error) {
      return decideMailOutcome(signal.aborted ? { code: 'DEADLINE' } : (error as object), handedOver);
    }
  }

  close(): void {
    this.transport.close();
  }
}
