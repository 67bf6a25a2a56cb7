import type { LocalDate } from '@app/kernel';
import { Matches } from 'class-validator';
import { CommuneCode, Day, Flag, ListOf, OneOf, Text } from '../http/fields';

export class ResidenceRequest {
  @CommuneCode({ example: '12001', description: 'Mã xã hiện hành người lao động đang ở' }) communeCode: string;
  @CommuneCode({ optional: true, description: 'Mã đơn vị như giấy tờ ghi, kể cả xã cũ' }) declaredUnitCode?: string;
  @Day({ optional: true, example: '2025-06-30', description: 'Ngày của giấy tờ, khi mã cũ đã được dùng lại' })
  declaredOn?: LocalDate;
  @Text(120, { optional: true, example: 'Bản Mẫu' }) hamlet?: string;
  @Text(300, { min: 5, example: 'Gia đình xác nhận nơi ở' }) reason: string;
}

/** What is absent stays; null empties where the field may be empty; a list replaces the stored one. */
export class ChangeWorkerRequest {
  @Text(120, { min: 2, optional: 'absent', example: 'Lò Văn Mới' }) fullName?: string;
  @Day({ optional: true, example: '1998-04-05' }) birthDate?: LocalDate | null;
  @OneOf(['Y', 'YM', 'YMD'], { optional: true, example: 'YMD' }) birthPrecision?: 'Y' | 'YM' | 'YMD' | null;
  @OneOf(['M', 'F'], { optional: true, example: 'M' }) sex?: 'M' | 'F' | null;
  @Text(20, { optional: true }) ethnicCode?: string | null;
  @Text(40, { optional: true }) householdClass?: string | null;
  @Text(60, { optional: true }) education?: string | null;
  @Text(120, { optional: true }) skill?: string | null;
  @Text(120, { optional: true }) hamlet?: string | null;
  @Flag({ optional: 'absent' }) consentFamilyNotice?: boolean;
  @ListOf(() => String, 5, {
    optional: 'absent',
    example: ['0912345678'],
    each: [Matches(/^\+?[\d .]{8,16}$/, { each: true, message: 'phải là số điện thoại' })],
  })
  phones?: string[];
  @ListOf(() => String, 20, {
    optional: 'absent',
    example: [],
    each: [Matches(/^[A-Z0-9_]{1,40}$/, { each: true, message: 'phải là mã nhóm' })],
  })
  priorityGroups?: string[];
}
