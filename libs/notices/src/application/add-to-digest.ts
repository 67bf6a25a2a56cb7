import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { addFacts, type DigestFact } from '../persistence/digest-facts';
import { MailTimings } from './mail-timing';

export type { DigestFact };

/** Puts news of a case that ask nothing (exit, extension, return) into the next digest of the commune, or of the bank office that lends to the person. */
@Injectable()
export class AddToDigest {
  private readonly timings = new MailTimings();

  /** Each case event once for each of the two, however often it is reported. They leave with the next sweep's digest, at the latest next morning. */
  async apply(tx: Tx, facts: readonly DigestFact[]): Promise<number> {
    if (!facts.length) return 0;
    return addFacts(tx, facts, (await this.timings.inForce(tx)).digestAt);
  }
}
