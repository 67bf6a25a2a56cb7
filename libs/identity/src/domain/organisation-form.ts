import { DomainError, ROLES, type Role, tidyText } from '@app/kernel';
import { ROLES_OF_KIND } from './account';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation';

/** One organisation of a load file: kinds, keys, names, aliases that files use, accounts with login and role. */
export interface OrganisationForm {
  readonly kind: OrganisationKind;
  readonly key: string;
  readonly name: string;
  /** Two-digit code of today's province; agencies may work everywhere and have none. */
  readonly province?: string;
  /** Five-digit code of today's commune, for commune people's committees. */
  readonly commune?: string;
  readonly email?: string;
  /** Number the public may call. */
  readonly phone?: string;
  readonly aliases: readonly string[];
  readonly accounts: readonly AccountForm[];
}

export interface AccountForm {
  readonly login: string;
  readonly role: Role;
  readonly name?: string;
  readonly email?: string;
  /** Narrower (or, for a commune officer, wider) jurisdiction: codes of today's communes. */
  readonly communes: readonly string[];
}

/** Reads a load file strictly: every fault of every entry is named at once, nothing is guessed. Throws ORGANISATIONS_WRONG. */
export function readOrganisationForms(document: unknown): OrganisationForm[] {
  const faults: string[] = [];
  if (!Array.isArray(document)) throw wrong(['tệp phải là một danh sách tổ chức']);
  const forms = document.map((entry, i) => readOne(entry, (fault) => faults.push(`mục ${i + 1}: ${fault}`)));
  for (const [what, values] of [
    ['key', forms.map((f) => f.key)],
    ['login', forms.flatMap((f) => f.accounts.map((a) => a.login))],
  ] as const)
    for (const twice of values.filter((value, i) => values.indexOf(value) !== i)) faults.push(`${what} "${twice}" có hai lần`);
  if (faults.length) throw wrong(faults);
  return forms;
}

function readOne(entry: unknown, fault: (text: string) => void): OrganisationForm {
  const o = asRecord(entry);
  const kind = ORGANISATION_KINDS.find((known) => known === o.kind);
  if (!kind) fault(`kind phải là một trong ${ORGANISATION_KINDS.join(', ')}`);
  const form: OrganisationForm = {
    kind: kind ?? 'sending_agency',
    key: text(o.key),
    name: text(o.name),
    province: optional(o.province),
    commune: optional(o.commune),
    email: optional(o.email),
    phone: optional(o.phone),
    aliases: list(o.aliases).map(text).filter(Boolean),
    accounts: list(o.accounts).map((account) => readAccount(account, kind, fault)),
  };
  if (!form.key) fault('thiếu key');
  if (!form.name) fault('thiếu name');
  if (form.province && !/^\d{2}$/.test(form.province)) fault(`province "${form.province}" phải có hai chữ số`);
  if (form.commune && !/^\d{5}$/.test(form.commune)) fault(`commune "${form.commune}" phải có năm chữ số`);
  if (kind !== 'sending_agency' && !form.province) fault('thiếu province');
  if (kind === 'commune_peoples_committee' && !form.commune) fault('thiếu commune');
  if (form.email && !EMAIL.test(form.email)) fault(`email "${form.email}" không đúng`);
  if (form.phone && !PHONE.test(form.phone)) fault(`phone "${form.phone}" không đúng`);
  return form;
}

function readAccount(entry: unknown, kind: OrganisationKind | undefined, fault: (text: string) => void): AccountForm {
  const a = asRecord(entry);
  const role = ROLES.find((known) => known === a.role);
  const login = text(a.login).toLowerCase();
  if (!LOGIN.test(login)) fault(`login "${login}" chỉ gồm chữ thường không dấu, số, dấu chấm, gạch nối (2–60 ký tự)`);
  if (!role || (kind && !ROLES_OF_KIND[kind].includes(role)))
    fault(`tài khoản "${login}": vai trò "${text(a.role)}" không dùng cho loại tổ chức này`);
  const communes = list(a.communes).map(text);
  for (const commune of communes) if (!/^\d{5}$/.test(commune)) fault(`tài khoản "${login}": xã "${commune}" phải có năm chữ số`);
  return { login, role: role ?? 'leader', name: optional(a.name), email: optional(a.email), communes };
}

export const LOGIN = /^[a-z0-9][a-z0-9._-]{1,59}$/;
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

const PHONE = /^[0-9+][0-9 .()-]{2,24}$/;

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === 'string' ? tidyText(value) : '');
const optional = (value: unknown): string | undefined => text(value) || undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function wrong(faults: string[]): DomainError {
  return new DomainError(
    'invalid',
    'ORGANISATIONS_WRONG',
    `Tệp tổ chức chưa đúng: ${faults.slice(0, 20).join('; ')}. Hãy sửa rồi nạp lại.`,
    { faults: faults.length },
  );
}
