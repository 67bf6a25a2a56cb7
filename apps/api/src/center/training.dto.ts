import { CLASS_KINDS, type ClassKind, DAY_PARTS, type DayPart } from '@app/training';
import type { LocalDate } from '@app/kernel';
import { IsUUID, Length } from 'class-validator';
import { Day, Flag, Id, ListOf, Market, OneOf, Text, Whole } from '../http/fields';

const eachId = [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })];

export class ClassesQuery {
  @OneOf(CLASS_KINDS, { optional: true }) kind?: ClassKind;
  @OneOf(['open', 'closed', 'cancelled'], { optional: true }) state?: 'open' | 'closed' | 'cancelled';
}

export class OpenClassRequest {
  @OneOf(CLASS_KINDS, { example: 'ORIENTATION' }) kind: ClassKind;
  @Text(200, { example: 'Lớp định hướng số 12' }) title: string;
  @Market({ optional: true }) market?: string;
  @Text(200, { optional: true }) occupation?: string;
  @Text(200, { example: 'Hội trường Trung tâm' }) place: string;
  @Day({ example: '2026-12-01' }) startsOn: LocalDate;
  @Day({ example: '2026-12-12' }) endsOn: LocalDate;
  @Whole(1, 500, { example: 40 }) seats: number;
  @ListOf(() => String, 20, {
    example: [],
    each: [Length(1, 100, { each: true, message: 'dài từ 1 đến 100 ký tự' })],
  })
  trainers: string[];
}

export class SessionRequest {
  @Day() heldOn: LocalDate;
  @OneOf(DAY_PARTS, { example: 'MORNING' }) part: DayPart;
  @Whole(1, 12, { example: 5 }) periods: number;
  @Text(300) topic: string;
  @Text(100, { optional: true }) trainer?: string;
}

export class SessionsRequest {
  @ListOf(() => SessionRequest, 120, { example: [] }) sessions: SessionRequest[];
}

export class EnrolRequest {
  @ListOf(() => String, 500, { example: [], each: eachId }) caseIds: string[];
}

export class LeaveRequest {
  @Id() caseId: string;
  @Text(300, { min: 3, example: 'Chuyển sang lớp sau' }) reason: string;
}

export class AbsentRequest {
  @Id() caseId: string;
  @Flag() excused: boolean;
}

export class AttendanceRequest {
  @ListOf(() => AbsentRequest, 500, { example: [] }) absent: AbsentRequest[];
}

export class ResultRequest {
  @Id() caseId: string;
  @Flag() passed: boolean;
  @Text(20, { optional: true }) score?: string;
}

export class ResultsRequest {
  @ListOf(() => ResultRequest, 500, { example: [] }) results: ResultRequest[];
}

export class CertificatesRequest {
  @Day() issuedOn: LocalDate;
  @ListOf(() => String, 500, { optional: true, each: eachId }) caseIds?: string[];
}

export class CloseClassRequest {
  @OneOf(['closed', 'cancelled'], { example: 'closed' }) state: 'closed' | 'cancelled';
}

export class PeriodQuery {
  @Day({ example: '2026-01-01' }) from: LocalDate;
  @Day({ example: '2026-12-31' }) to: LocalDate;
}
