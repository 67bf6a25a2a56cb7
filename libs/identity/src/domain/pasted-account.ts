import { ROLES, type Role, tidyText } from '@app/kernel';
import { ROLES_OF_KIND } from './account';
import type { Organisation } from './organisation';
import { LOGIN } from './organisation-form';

/** A row of a table that an administrator pasted. */
export interface PastedAccount {
  readonly login: string;
  readonly role: string;
  /** Key of the organisation; none for an administrator. */
  readonly organisation?: string | null;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly communes?: readonly string[] | null;
}

export interface AccountFault {
  readonly code: string;
  readonly message: string;
}

export interface FitAccount {
  readonly login: string;
  readonly role: Role;
  readonly organisation?: Organisation;
  readonly name: string;
  readonly email: string | null;
  readonly communes: readonly string[];
}

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+$/;
const fault = (code: string, message: string): AccountFault => ({ code, message });

/** Whether a row can become an account; `earlier`: logins of the rows above it. */
export function judgePasted(
  row: PastedAccount,
  organisations: ReadonlyMap<string, Organisation>,
  earlier: ReadonlySet<string>,
): FitAccount | AccountFault {
  const login = loginOf(row);
  const key = row.organisation ? tidyText(row.organisation) : undefined;
  const email = row.email ? tidyText(row.email) : null;
  const role = ROLES.find((known) => known === row.role);
  const organisation = key === undefined ? undefined : organisations.get(key);
  if (!LOGIN.test(login))
    return fault('LOGIN_WRONG', 'Tên đăng nhập gồm 2–60 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối, gạch dưới.');
  if (earlier.has(login)) return fault('LOGIN_TWICE', 'Tên đăng nhập này đã có ở một dòng phía trên.');
  if (!role) return fault('ROLE_UNKNOWN', `Không có vai trò "${row.role.slice(0, 60)}". Hãy chọn: ${ROLES.join(', ')}.`);
  if (email !== null && !EMAIL.test(email)) return fault('EMAIL_WRONG', 'Địa chỉ thư điện tử chưa đúng.');
  if (!organisation && !(role === 'administrator' && key === undefined))
    return fault('ORGANISATION_UNKNOWN', 'Không có tổ chức với mã này. Hãy nạp tổ chức trước.');
  if (organisation && !ROLES_OF_KIND[organisation.kind].includes(role))
    return fault('ROLE_UNFIT', 'Vai trò này không dùng cho loại tổ chức đã chọn.');
  return { login, role, organisation, name: tidyText(row.name ?? '') || organisation?.name || login, email, communes: row.communes ?? [] };
}

export const loginOf = ({ login }: PastedAccount): string => login.trim().toLowerCase();
