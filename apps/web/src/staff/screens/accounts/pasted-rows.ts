import { roleName } from '../../../language/codes';
import { fold } from '../../../language/fold';
import { ACCOUNT_ROLES, type AccountRole } from './account-words';

export type PasteFault = 'faultName' | 'faultLogin' | 'faultRole' | 'faultOffice' | 'faultTwice' | 'faultCommunes';

export interface PastedRow {
  readonly name: string;
  readonly login: string;
  readonly role: AccountRole | undefined;
  readonly organisation: string;
  readonly email: string;
  readonly communes: readonly string[];
  readonly fault?: PasteFault;
}

/** Cells copied from a sheet, judged before anything is sent. Roles may be written in words or codes. @param offices keys of organisations */
export function readPastedAccounts(text: string, offices: ReadonlySet<string>): readonly PastedRow[] {
  const seen = new Set<string>();
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean))
    .map(([name = '', login = '', role = '', organisation = '', email = '', communes = '']) => {
      const row = {
        name,
        login: login.toLowerCase(),
        role: roleOf(role),
        organisation,
        email,
        communes: communes.split(/[\s,;]+/).filter(Boolean),
      };
      const fault = faultOf(row, offices, seen);
      seen.add(row.login);
      return fault ? { ...row, fault } : row;
    });
}

function faultOf(row: PastedRow, offices: ReadonlySet<string>, seen: ReadonlySet<string>): PasteFault | undefined {
  if (!row.name) return 'faultName';
  if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(row.login)) return 'faultLogin';
  if (seen.has(row.login)) return 'faultTwice';
  if (!row.role) return 'faultRole';
  if (row.role !== 'administrator' && !offices.has(row.organisation)) return 'faultOffice';
  return row.communes.every((code) => /^\d{5}$/.test(code)) ? undefined : 'faultCommunes';
}

function roleOf(written: string): AccountRole | undefined {
  const folded = fold(written);
  return ACCOUNT_ROLES.find((role) => role === written || fold(roleName(role)) === folded);
}
