import { addMonths, type LocalDate } from '@app/kernel';
import type { ClassKind } from './training-class';

/** Why a person of the class gets no certificate, as the officer reads it. */
export const CERTIFY_REFUSALS = {
  NOT_SEATED: 'Người này không có tên trong lớp.',
  NOT_PASSED: 'Người này chưa đạt, hoặc chưa có kết quả.',
  TOO_FEW_PERIODS: 'Người này chưa học đủ số tiết bắt buộc.',
  SESSIONS_OPEN: 'Lớp còn buổi chưa điểm danh.',
  ISSUED_BEFORE_END: 'Ngày cấp trước ngày kết thúc lớp.',
  ISSUED_IN_FUTURE: 'Ngày cấp chưa tới.',
} as const;
export type CertifyRefusal = keyof typeof CERTIFY_REFUSALS;

export interface Certifiable {
  readonly seated: boolean;
  readonly result: 'passed' | 'failed' | null;
  readonly attendedPeriods: number;
}

export interface CertifyRules {
  readonly kind: ClassKind;
  readonly endsOn: LocalDate;
  readonly requiredPeriods: number | null;
  readonly openSessions: number;
  readonly issuedOn: LocalDate;
  readonly today: LocalDate;
}

/** May this person get the certificate of the class? Undefined: yes. Pure. */
export function decideCertificate(person: Certifiable, rules: CertifyRules): CertifyRefusal | undefined {
  if (rules.issuedOn > rules.today) return 'ISSUED_IN_FUTURE';
  if (rules.issuedOn < rules.endsOn) return 'ISSUED_BEFORE_END';
  if (!person.seated) return 'NOT_SEATED';
  if (rules.openSessions > 0) return 'SESSIONS_OPEN';
  if (person.result !== 'passed') return 'NOT_PASSED';
  if (rules.requiredPeriods !== null && person.attendedPeriods < rules.requiredPeriods) return 'TOO_FEW_PERIODS';
  return undefined;
}

/** Last day of a certificate: the same day of the month so many months on, or the month's last. */
export function certificateUntil(issuedOn: LocalDate, months: number): LocalDate {
  return addMonths(issuedOn, months);
}
