import type { LocalDate } from '@app/kernel';
import { IsUUID, Length, Matches } from 'class-validator';
import { CommuneCode, Day, Id, ListOf, ProvinceCode, Shaped, Text, Whole } from '../http/fields';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const eachId = [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })];

export class FairRequest {
  @Text(200, { example: 'Phiên giao dịch việc làm tháng 12' }) title: string;
  @Day({ example: '2030-12-05' }) heldOn: LocalDate;
  @Shaped(CLOCK, 'giờ dạng 08:00', { example: '08:00' }) startsAt: string;
  @Shaped(CLOCK, 'giờ dạng 11:30', { optional: true, example: '11:30' }) endsAt?: string;
  @Text(200, { example: 'Hội trường Trung tâm Dịch vụ việc làm' }) place: string;
  @CommuneCode({ optional: true }) heldInCommune?: string;
  @ListOf(() => String, 60, { example: [], each: [Length(1, 200, { each: true, message: 'dài từ 1 đến 200 ký tự' })] })
  firms: string[];
  @Text(300, { optional: true, example: 'Xe đón tại UBND xã lúc 6:30' }) transport?: string;
  @Day({ example: '2030-12-03' }) signUpUntil: LocalDate;
  @Whole(1, 5000, { example: 60 }) seats: number;
  @Whole(1, 500, { optional: true, description: 'Chỉ tiêu mỗi xã' }) quota?: number;
  @ListOf(() => String, 400, { example: [], each: [Matches(/^\d{5}$/, { each: true, message: 'phải là mã xã gồm 5 chữ số' })] })
  communes: string[];
  @Text(500, { optional: true, multiline: true }) note?: string;
}

export class CancelFairRequest {
  @Text(300, { min: 5, example: 'Dời sang tháng sau' }) reason: string;
}

export class SignUpRequest {
  @ListOf(() => String, 200, { example: [], each: eachId }) workerIds: string[];
}

export class LeaveFairRequest {
  @Id() workerId: string;
}

export class FairAttendanceRequest {
  @ListOf(() => String, 500, { example: [], each: eachId }) absent: string[];
}

export class PublicFairsQuery {
  @ProvinceCode({ optional: true }) province?: string;
  @CommuneCode({ optional: true }) commune?: string;
}
