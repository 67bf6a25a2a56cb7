import { readFile } from 'node:fs/promises';
import { DomainError, newId, systemActor, type Role } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type OrganisationForm, readOrganisationForms } from '../domain/organisation-form';
import { AccountRows, type NewAccount } from '../persistence/account-rows';
import { OrganisationRows } from '../persistence/organisation-rows';
import { OneTimeLinks } from './one-time-links';
import { PasswordHasher } from './password-hasher';

export interface LoadOptions {
  /** Marks organisations and accounts as demo: production refuses to start with them. */
  readonly demo?: boolean;
  /** Demo only: every new account gets this password instead of a link. */
  readonly password?: string;
}

export interface LoadedOrganisations {
  readonly organisations: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly aliases: number;
  /** New accounts only; a link is given once. */
  readonly accounts: readonly { readonly login: string; readonly role: Role; readonly link?: string }[];
}

/** Takes in organisations with their aliases and accounts, all or nothing. The same file again changes nothing. */
@Injectable()
export class LoadOrganisations {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly links: OneTimeLinks,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @param file path of a JSON list. Throws ORGANISATIONS_WRONG, ORGANISATION_KIND_DIFFERS. */
  async run(file: string): Promise<LoadedOrganisations> {
    const document: unknown = await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => {
        throw new DomainError('invalid', 'FILE_UNREADABLE', 'Không đọc được tệp JSON này. Hãy kiểm tra đường dẫn và nội dung.');
      });
    return this.load(readOrganisationForms(document));
  }

  async load(forms: readonly OrganisationForm[], options: LoadOptions = {}): Promise<LoadedOrganisations> {
    const passwordHash = options.password === undefined ? undefined : await this.hasher.hash(options.password);
    return this.runner.run(systemActor('organisations'), (tx) => this.apply(tx, forms, options.demo ?? false, passwordHash));
  }

  private async apply(tx: Tx, forms: readonly OrganisationForm[], demo: boolean, passwordHash?: string): Promise<LoadedOrganisations> {
    const written = await OrganisationRows.upsert(
      tx,
      forms.map((form) => ({ ...form, id: newId(), demo })),
    );
    const byKey = new Map(written.map((row) => [row.key, row]));
    for (const form of forms)
      if (byKey.get(form.key)!.kind !== form.kind)
        throw new DomainError('refused', 'ORGANISATION_KIND_DIFFERS', `Tổ chức "${form.key}" đã có với loại khác. Hãy dùng mã khác.`, {
          key: form.key,
        });

    const aliases = await OrganisationRows.addAliases(
      tx,
      forms.flatMap((form) => form.aliases.map((alias) => ({ id: byKey.get(form.key)!.id, alias }))),
    );
    const accounts = forms.flatMap((form) => newAccounts(form, byKey.get(form.key)!.id, demo, passwordHash));
    const added = await AccountRows.add(tx, accounts);
    const fresh = accounts.filter((account) => added.has(account.login));
    const links = passwordHash
      ? []
      : await this.links.make(
          tx,
          fresh.map((account) => account.id),
        );
    const count = (outcome: string) => written.filter((row) => row.outcome === outcome).length;
    const answer = {
      organisations: forms.length,
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      aliases,
    };
    if (answer.created + answer.updated + aliases + fresh.length > 0)
      await AuditTrail.record(tx, {
        action: 'identity.load-organisations',
        subject: { kind: 'organisation' },
        detail: { ...answer, accounts: fresh.length },
      });
    return { ...answer, accounts: fresh.map(({ login, role }, i) => ({ login, role, link: links[i] })) };
  }
}

function newAccounts(form: OrganisationForm, organisationId: string, demo: boolean, passwordHash?: string): NewAccount[] {
  return form.accounts.map((account) => ({
    id: newId(),
    organisationId,
    provinceCode: form.province ?? null,
    login: account.login,
    role: account.role,
    displayName: account.name ?? form.name,
    email: account.email ?? null,
    communes: account.communes,
    demo,
    passwordHash,
  }));
}
