import { Matches } from 'class-validator';
import type { CitizenId, LocalDate } from '@app/kernel';
import { PROTECTED_FIELDS, type ProtectedField } from '@app/workers';
import { CommuneCode, Day, Flag, ListOf, OneOf, PageQuery, ProvinceCode, Shaped, Text } from '../http/fields';

export class WorkerNameQuery extends PageQuery {
  @Text(100, { example: 'thử', description: 'Các từ của họ tên, thứ tự bất kỳ, không cần dấu' }) text: string;
}

/** Numbers travel in the body: addresses are logged on the way. */
export class WorkerSearchRequest {
  @Text(100, { optional: true, example: 'thử' }) text?: string;
  @Shaped(/^\d{12}$/, 'số căn cước gồm 12 chữ số', { optional: true }) citizenId?: string;
  @Text(20, { optional: true }) passport?: string;
  @Text(20, { optional: true }) phone?: string;
  @Text(300, { optional: true }) after?: string;
}

export class FamilyContactRequest {
  @Text(120, { example: 'Lò Thị Thân' }) fullName: string;
  @Text(40, { optional: true, example: 'vợ' }) kin?: string;
  @Shaped(/^\+?[\d .]{8,16}$/, 'số điện thoại', { optional: true }) phone?: string;
  @CommuneCode({ optional: true }) communeCode?: string;
  @Text(120, { optional: true }) hamlet?: string;
  @Flag({ optional: true }) consent?: boolean;
}

export class RegisterWorkerRequest {
  @Text(120, { min: 2, example: 'Lò Văn Mới' }) fullName: string;
  @ProvinceCode({ optional: true, description: 'Chỉ để đối chiếu: tỉnh là tỉnh của xã' }) provinceCode?: string;
  @CommuneCode({ example: '12001' }) communeCode: string;
  @Text(120, { optional: true, example: 'Bản Mới' }) hamlet?: string;
  @Day({ optional: true, example: '1998-04-05' }) birthDate?: LocalDate;
  @OneOf(['Y', 'YM', 'YMD'], { optional: true, example: 'YMD' }) birthPrecision?: 'Y' | 'YM' | 'YMD';
  @OneOf(['M', 'F'], { optional: true, example: 'M' }) sex?: 'M' | 'F';
  @Text(20, { optional: true }) ethnicCode?: string;
  @Text(40, { optional: true }) householdClass?: string;
  @Text(60, { optional: true }) education?: string;
  @Text(120, { optional: true }) skill?: string;
  @Shaped(/^\d{12}$/, 'số căn cước gồm 12 chữ số', { optional: true }) citizenId?: CitizenId;
  @Text(20, { optional: true }) passport?: string;
  @ListOf(() => String, 5, {
    optional: true,
    example: [],
    each: [Matches(/^\+?[\d .]{8,16}$/, { each: true, message: 'phải là số điện thoại' })],
  })
  phones?: string[];
  @ListOf(() => FamilyContactRequest, 10, { optional: true, example: [] }) contacts?: FamilyContactRequest[];
  @ListOf(() => String, 20, {
    optional: true,
    example: [],
    each: [Matches(/^[A-Z0-9_]{1,40}$/, { each: true, message: 'phải là mã nhóm' })],
  })
  priorityGroups?: string[];
  @Flag({ optional: true }) consentFamilyNotice?: boolean;
  @ListOf(() => String, 20, {
    optional: true,
    example: [],
    each: [Matches(/^[0-9a-f-]{36}$/, { each: true, message: 'phải là mã định danh' })],
  })
  confirmedNew?: string[];
}

/** What a form holds so far; everything may still be missing. */
export class AlikeRequest {
  @Text(120, { optional: true, example: 'Lò Văn Mới' }) fullName?: string;
  @ProvinceCode({ optional: true, description: 'Tỉnh nơi ở, khi đơn vị không thuộc một tỉnh' }) provinceCode?: string;
  @Day({ optional: true, example: '1998-04-05' }) birthDate?: LocalDate;
  @OneOf(['Y', 'YM', 'YMD'], { optional: true, example: 'YMD' }) birthPrecision?: 'Y' | 'YM' | 'YMD';
  @Shaped(/^\d{12}$/, 'số căn cước gồm 12 chữ số', { optional: true }) citizenId?: CitizenId;
  @Text(20, { optional: true }) passport?: string;
  @ListOf(() => String, 5, {
    optional: true,
    example: [],
    each: [Matches(/^\+?[\d .]{8,16}$/, { each: true, message: 'phải là số điện thoại' })],
  })
  phones?: string[];
}

export class RevealRequest {
  @OneOf(PROTECTED_FIELDS, { example: 'citizenId' }) field: ProtectedField;
  @Text(300, { min: 5, example: 'Đối chiếu căn cước tại quầy' }) reason: string;
}
