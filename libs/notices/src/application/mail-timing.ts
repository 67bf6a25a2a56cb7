import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { MailTiming } from '../domain/delivery-state';

const KEEP_MS = 60_000;

/** The timing in force, looked up at most once a minute: every block of mails asks. Throws when no policy row is in force. */
export class MailTimings {
  private known: { timing: MailTiming; at: number } | undefined;

  async inForce(tx: Tx): Promise<MailTiming> {
    if (!this.known || Date.now() - this.known.at > KEEP_MS)
      this.known = { timing: (await PolicyBook.at(tx)).requireValue<MailTiming>('mail.timing'), at: Date.now() };
    return this.known.timing;
  }
}
