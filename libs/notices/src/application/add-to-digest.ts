import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { addFacts, type DigestFact } from '../persistence/digest-facts';
import { MailTimings } from './mail-timing';

export type { DigestFact };

/** Puts news of a case that ask nothing (exit, extension, return) into the commune's next digest. */
@Injectable()
export class AddToDigest {
  private readonly timings = new MailTimings();

  /** Each case event once, however often it is reported. They leave with the next sweep's digest, at the latest next morning. */
  async apply(tx: Tx, facts: readonly DigestFact[]): Promise<number> {
    if (!facts.length) return 0;
    return addFacts(tx, facts, (await this.timings.inForce(tx)).digestAt);
  }
}
