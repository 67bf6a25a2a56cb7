import type { LocalDate } from '@app/kernel';
import { WORK_BUCKETS, WORK_KINDS, type WorkBucket, type WorkKind } from '@app/reporting';
import { Day, OneOf, PageQuery, Shaped, Text } from '../http/fields';

export class WorkFilterQuery extends PageQuery {
  @OneOf(WORK_BUCKETS, { optional: true }) bucket?: WorkBucket;
  @OneOf(WORK_KINDS, { optional: true }) kind?: WorkKind;
  @Shaped(/^[A-Z0-9_]{3,40}$/, 'mã việc', { optional: true, description: 'Mã quy tắc cảnh báo hoặc loại việc' }) code?: string;
  @OneOf(['true', 'false'], { optional: true, description: 'Chỉ các việc đang ẩn' }) hidden?: string;
}

export class SnoozeRequest {
  @Day({ example: '2026-11-27', description: 'Ngày hiện lại: sau hôm nay, không muộn hơn hạn của việc' }) until: LocalDate;
  @Text(300, { min: 5, example: 'Gia đình hẹn trả lời sau' }) reason: string;
}
