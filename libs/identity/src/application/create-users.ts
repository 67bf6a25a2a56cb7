import { type Actor, newId, tidyText } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountFault, type FitAccount, judgePasted, loginOf, type PastedAccount } from '../domain/pasted-account';
import { AccountRows } from '../persistence/account-rows';
import { OrganisationDirectory } from '../persistence/organisation-directory';
import { OneTimeLinks } from './one-time-links';

export interface BulkAccountLine {
  /** Counted from 1. */
  readonly row: number;
  readonly login: string;
  readonly verdict: 'created' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
  /** One-time link, shown once. */
  readonly link: string | null;
}

export interface BulkAccounts {
  readonly created: number;
  readonly refused: number;
  readonly rows: readonly BulkAccountLine[];
}

/** Accounts from a pasted table: each row is created or says why not; a few statements whatever the number. */
@Injectable()
export class CreateUsers {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly links: OneTimeLinks,
  ) {}

  async run(actor: Actor, rows: readonly PastedAccount[], requestId: string): Promise<BulkAccounts> {
    return this.runner.run(actor, (tx) => this.apply(tx, rows), { requestId });
  }

  private async apply(tx: Tx, rows: readonly PastedAccount[]): Promise<BulkAccounts> {
    const keys = rows.flatMap(({ organisation }) => (organisation ? [tidyText(organisation)] : []));
    const organisations = await OrganisationDirectory.byKeys(tx, [...new Set(keys)]);
    const earlier = new Set<string>();
    const judged = rows.map((row) => {
      const verdict = judgePasted(row, organisations, earlier);
      earlier.add(loginOf(row));
      return verdict;
    });
    const fit = judged.filter((one): one is FitAccount => !('code' in one)).map((account) => ({ ...account, id: newId() }));
    const links = await this.create(tx, fit);
    const lines = judged.map((one, at) => lineOf(at + 1, loginOf(rows[at]!), one, links));
    const created = lines.filter(({ verdict }) => verdict === 'created').length;
    return { created, refused: lines.length - created, rows: lines };
  }

  /** Links of the accounts that are new, by login. */
  private async create(tx: Tx, fit: readonly (FitAccount & { id: string })[]): Promise<ReadonlyMap<string, string>> {
    if (!fit.length) return new Map();
    const added = await AccountRows.add(
      tx,
      fit.map(({ id, organisation, login, role, name, email, communes }) => ({
        id,
        organisationId: organisation?.id ?? null,
        provinceCode: organisation?.provinceCode ?? null,
        login,
        role,
        displayName: name,
        email,
        communes,
        demo: false,
      })),
    );
    const fresh = fit.filter(({ login }) => added.has(login));
    for (const { id, login, role } of fresh)
      await AuditTrail.record(tx, { action: 'identity.create-account', subject: { kind: 'account', id }, detail: { login, role } });
    const links = await this.links.make(
      tx,
      fresh.map(({ id }) => id),
    );
    return new Map(fresh.map(({ login }, at) => [login, links[at]!]));
  }
}

function lineOf(row: number, login: string, judged: FitAccount | AccountFault, links: ReadonlyMap<string, string>): BulkAccountLine {
  const refused = (code: string, message: string): BulkAccountLine => ({ row, login, verdict: 'refused', code, message, link: null });
  if ('code' in judged) return refused(judged.code, judged.message);
  const link = links.get(login);
  if (link === undefined) return refused('LOGIN_TAKEN', `Tên đăng nhập "${login}" đã có. Hãy chọn tên khác.`);
  return { row, login, verdict: 'created', code: null, message: null, link };
}
