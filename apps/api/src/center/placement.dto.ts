import type { LocalDate } from '@app/kernel';
import {
  type Language,
  LANGUAGES,
  REFERRAL_OUTCOMES,
  REFERRAL_REASONS,
  type ReferralOutcome,
  type ReferralReason,
  type ReferralState,
  RETURN_WISHES,
  type ReturnWish,
  SAVINGS_WISHES,
  type SavingsWish,
} from '@app/placement';
import { CommuneCode, Day, Id, OneOf, PageQuery, Text, Whole } from '../http/fields';

const MOST_WAGE = 1_000_000_000;

export class ReturneesQuery extends PageQuery {
  @OneOf(['none', 'waiting', 'taken'], { optional: true, description: 'Chưa giới thiệu, đang chờ kết quả, đã nhận việc' })
  referral?: ReferralState;
}

export class ReturnProfileRequest {
  @Day({ example: '2026-11-20', description: 'Ngày hỏi' }) recordedOn: LocalDate;
  @Text(200, { example: 'Hàn xì' }) occupation: string;
  @OneOf(LANGUAGES, { optional: true }) language?: Language;
  @Text(60, { optional: true, example: 'TOPIK 3' }) languageLevel?: string;
  @OneOf(RETURN_WISHES, { example: 'LOCAL_JOB' }) wish: ReturnWish;
  @OneOf(SAVINGS_WISHES, { optional: true }) savings?: SavingsWish;
  @Text(500, { optional: true, multiline: true }) note?: string;
}

export class OpeningRequest {
  @Text(200, { example: 'Công ty Cơ khí Than Uyên' }) firm: string;
  @Text(200, { example: 'Thợ hàn' }) occupation: string;
  @CommuneCode({ optional: true }) workCommune?: string;
  @Text(200, { example: 'Cụm công nghiệp Than Uyên' }) place: string;
  @Whole(1, 2000, { example: 5 }) places: number;
  @Whole(1, MOST_WAGE, { example: 8_000_000, description: 'đồng một tháng' }) wageFrom: number;
  @Whole(1, MOST_WAGE, { optional: true, description: 'đồng một tháng' }) wageTo?: number;
  @OneOf(LANGUAGES, { optional: true }) language?: Language;
  @Day({ example: '2030-12-31' }) until: LocalDate;
  @Text(200, { optional: true, example: 'Bà Hoa, 0213 000 000' }) contact?: string;
  @Text(500, { optional: true, multiline: true }) note?: string;
}

export class ReferralRequest {
  @Id() workerId: string;
}

export class ReferralOutcomeRequest {
  @OneOf(REFERRAL_OUTCOMES, { example: 'taken' }) outcome: ReferralOutcome;
  @OneOf(REFERRAL_REASONS, { optional: true, description: 'Bắt buộc khi không nhận việc' }) reason?: ReferralReason;
  @Text(300, { optional: true }) note?: string;
}
