import { newId } from '@app/kernel';
import { AppConfig, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PasswordRows } from '../persistence/password-rows';
import { SignInDoor } from '../persistence/sign-in-door';
import { hashToken, newToken } from './token';

/** Makes the links by which people set their passwords. A link is shown once; only its hash stays. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly config: AppConfig,
    private readonly door: SignInDoor,
  ) {}

  /** One link per account, in their order. The secret stands behind `#`: it reaches no server log. */
  async make(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
    const links = accountIds.map((accountId) => ({ id: newId(), accountId, token: newToken('bvl') }));
    const { linkHours } = await this.door.limits();
    await PasswordRows.addLinks(
      tx,
      links.map(({ token, ...link }) => ({ ...link, tokenHash: hashToken(token) })),
      linkHours,
    );
    return links.map(({ token }) => `${this.config.PUBLIC_URL.replace(/\/$/, '')}/dat-mat-khau#${token}`);
  }
}
