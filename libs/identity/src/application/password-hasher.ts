import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes (OWASP Password Storage): the library's defaults, written out so that an update does not change them. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class PasswordHasher {
  private readonly nobody = hash('nobody has this password', COST);

  async hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  /** Without a stored hash the work is done all the same: a name that does not exist takes as long as a wrong password. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobody), password.normalize('NFC'));
    return right && stored !== null;
  }
}
