import { type AuditLine, ListAudit } from '@app/identity';
import type { LocalDate } from '@app/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { AuditListResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { Day, Shaped, Text, Whole } from '../http/fields';

export class AuditQuery {
  @Shaped(/^[A-Za-z0-9:._-]{1,80}$/, 'tên đăng nhập', { optional: true }) login?: string;
  @Text(60, { optional: true }) subjectId?: string;
  @Shaped(/^[a-z-]+\.[a-z-]+$/, 'mã việc, ví dụ identity.sign-in', { optional: true }) action?: string;
  @Day({ optional: true, example: '2020-01-01' }) since?: LocalDate;
  @Day({ optional: true, example: '2030-12-31' }) until?: LocalDate;
  @Whole(1, 9_007_199_254_740_991, { optional: true }) before?: number;
  @Whole(1, 100, { optional: true }) limit?: number;
}

@ApiTags('admin')
@Controller('api/v1/admin/audit')
export class AuditController {
  constructor(private readonly audit: ListAudit) {}

  @Get()
  @Access({ roles: ['administrator', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ai đã làm gì, theo người, bản ghi, ngày, loại việc; mới nhất trước' })
  @Answers(AuditListResponse)
  list(@CallerOf() caller: Caller, @Query() query: AuditQuery): Promise<{ entries: AuditLine[]; next?: number }> {
    return this.audit.entries(caller.actor, query);
  }
}
