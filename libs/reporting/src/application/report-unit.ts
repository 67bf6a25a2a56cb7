import { type Actor, DomainError } from '@app/kernel';
import type { ReportUnit } from './report-taking';

/** The unit an account reports for. Throws REPORT_UNIT_MISSING for who reports for none, or names a commune that is not its own. */
export function reportUnitOf({ role, scope }: Actor, communeCode?: string): ReportUnit {
  if (role === 'commune_officer' && scope.kind === 'commune') {
    const code = communeCode ?? scope.communes[0];
    if (code && scope.communes.includes(code)) return { province: scope.province, communeCode: code };
  }
  if (role === 'centre_staff' && scope.kind === 'province') return { province: scope.province, communeCode: '' };
  throw new DomainError('forbidden', 'REPORT_UNIT_MISSING', 'Tài khoản của bạn không gửi báo cáo cho đơn vị này.');
}

/** What a reader of the province's page sees of it: all, or the communes the account answers for. Throws PROVINCE_NEEDED. */
export function readUnitOf({ scope }: Actor): ReportUnit {
  if (scope.kind === 'province') return { province: scope.province, communeCode: '' };
  if (scope.kind === 'commune') return { province: scope.province, communeCode: '', communes: scope.communes };
  throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Tài khoản của bạn chưa gắn với tỉnh. Hãy nhờ quản trị viên.');
}
