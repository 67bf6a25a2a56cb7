import { type Actor, DomainError, newId, type Role, tidyText } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ROLES_OF_KIND } from '../domain/account';
import type { Organisation } from '../domain/organisation';
import { LOGIN } from '../domain/organisation-form';
import { AccountRows } from '../persistence/account-rows';
import { OrganisationDirectory } from '../persistence/organisation-directory';
import { OneTimeLinks } from './one-time-links';

export interface CreateUserCommand {
  readonly login: string;
  readonly role: Role;
  /** Key of the organisation; none for an administrator. */
  readonly organisation?: string;
  readonly name?: string;
  readonly email?: string;
  /** Narrower or wider jurisdiction, codes of today's communes. */
  readonly communes?: readonly string[];
  readonly requestId?: string;
}

/** A new account, by the operator or an administrator. It can do nothing until its one-time link is used. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly links: OneTimeLinks,
  ) {}

  /** Throws LOGIN_WRONG, LOGIN_TAKEN, ORGANISATION_UNKNOWN, ROLE_UNFIT. */
  async run(actor: Actor, command: CreateUserCommand): Promise<{ accountId: string; login: string; link: string }> {
    const login = command.login.trim().toLowerCase();
    if (!LOGIN.test(login))
      throw refuse('LOGIN_WRONG', 'Tên đăng nhập gồm 2–60 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối, gạch dưới.');
    return this.runner.run(actor, (tx) => this.apply(tx, { ...command, login }), { requestId: command.requestId });
  }

  private async apply(tx: Tx, command: CreateUserCommand): Promise<{ accountId: string; login: string; link: string }> {
    const { login, role } = command;
    const organisation = await organisationOf(tx, command);
    const accountId = newId();
    const added = await AccountRows.add(tx, [
      {
        id: accountId,
        organisationId: organisation?.id ?? null,
        provinceCode: organisation?.provinceCode ?? null,
        login,
        role,
        displayName: tidyText(command.name ?? organisation?.name ?? login),
        email: command.email ?? null,
        communes: command.communes ?? [],
        demo: false,
      },
    ]);
    if (!added.has(login)) throw new DomainError('refused', 'LOGIN_TAKEN', `Tên đăng nhập "${login}" đã có. Hãy chọn tên khác.`);
    await AuditTrail.record(tx, {
      action: 'identity.create-account',
      subject: { kind: 'account', id: accountId },
      detail: { login, role },
    });
    const [link] = await this.links.make(tx, [accountId]);
    return { accountId, login, link: link! };
  }
}

async function organisationOf(tx: Tx, { organisation: key, role }: CreateUserCommand): Promise<Organisation | undefined> {
  if (role === 'administrator' && key === undefined) return undefined;
  const found = key === undefined ? undefined : await OrganisationDirectory.findByKey(tx, key);
  if (!found) throw refuse('ORGANISATION_UNKNOWN', 'Không có tổ chức với mã này. Hãy nạp tổ chức trước.');
  if (!ROLES_OF_KIND[found.kind].includes(role)) throw refuse('ROLE_UNFIT', 'Vai trò này không dùng cho loại tổ chức đã chọn.');
  return found;
}

function refuse(code: string, message: string): DomainError {
  return new DomainError('invalid', code, message);
}
