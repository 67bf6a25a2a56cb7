import { BatchQueries, FollowImport, GiveRowsBack, TakeFile, UndoBatch, type UndoneBatch } from '@app/imports';
import { DomainError } from '@app/kernel';
import { ReleaseHeld } from '@app/notices';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  BatchListResponse,
  BatchResponse,
  ImportProgressResponse,
  ImportReportResponse,
  ImportStartedResponse,
  UndoneResponse,
} from '../http/answers/imports';
import { type Caller, CallerOf } from '../http/caller';
import { Id, Whole } from '../http/fields';
import { UuidPath } from '../http/validation';
import { XLSX } from './import-trials.controller';
import { ImportOptions, sendFile } from './send-file';
import { sentFile } from './sent-file';

export class ImportsQuery {
  @Id({ optional: true, description: '`next` của trang trước' }) after?: string;
  @Whole(1, 100, { optional: true, example: 20 }) limit?: number;
}

/** Other people's files: take in, follow, look at the rows, let the mails go, take back. */
@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly takeFile: TakeFile,
    private readonly follow: FollowImport,
    private readonly batches: BatchQueries,
    private readonly undoBatch: UndoBatch,
    private readonly giveRowsBack: GiveRowsBack,
    private readonly notices: ReleaseHeld,
  ) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Các tệp đã nhập' })
  @Answers(BatchListResponse)
  list(@CallerOf() caller: Caller, @Query() query: ImportsQuery): ReturnType<BatchQueries['list']> {
    return this.batches.list(caller.actor, query);
  }

  @Post()
  @Access({
    roles: ['centre_staff', 'agency_clerk', 'bank_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({
    summary:
      'Nhập tệp (trường file, kind, answers, sheets, headerRow, mapping, cells, note); gửi lại cùng tệp không thay đổi gì. Tệp lớn: 202 và importId, xem tiến độ',
  })
  @Answers(ImportReportResponse, { accepted: ImportStartedResponse })
  take(
    @CallerOf() caller: Caller,
    @Body() body: object,
    @Query() options: ImportOptions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReturnType<TakeFile['run']> {
    return sendFile(this.takeFile, caller, sentFile(body), options, reply);
  }

  @Get(':importId/progress')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({
    summary: 'Tiến độ của tệp xử lý ở nền: phase, done/of dòng; khi xong có report (các dòng cần xem, nhiều nhất 2.000)',
  })
  @Answers(ImportProgressResponse)
  progress(@CallerOf() caller: Caller, @Param('importId', UuidPath) importId: string): ReturnType<FollowImport['get']> {
    return this.follow.get(caller.actor, importId);
  }

  @Post(':importId/cancel')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Dừng tệp đang xử lý ở nền; chưa lưu gì thì không có gì được lưu' })
  @Answers(ImportProgressResponse)
  cancel(@CallerOf() caller: Caller, @Param('importId', UuidPath) importId: string): ReturnType<FollowImport['cancel']> {
    return this.follow.cancel(caller.actor, importId);
  }

  @Get(':batchId/refused-rows')
  @Header('content-type', XLSX)
  @Access({ roles: ['centre_staff', 'agency_clerk', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Các dòng chưa nhận của một lần nhập, kèm lý do, khi tệp gốc còn lưu' })
  async refusedRowsOf(@CallerOf() caller: Caller, @Param('batchId', UuidPath) batchId: string): Promise<StreamableFile> {
    return new StreamableFile(await this.giveRowsBack.run(caller.actor, batchId), {
      type: XLSX,
      disposition: 'attachment; filename="dong-khong-nhan.xlsx"',
    });
  }

  @Get(':batchId')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Một tệp và kết quả từng dòng' })
  @Answers(BatchResponse)
  one(@CallerOf() caller: Caller, @Param('batchId', UuidPath) batchId: string): ReturnType<BatchQueries['get']> {
    return this.batches.get(caller.actor, batchId);
  }

  @Post(':batchId/release')
  @HttpCode(204)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Cho gửi các thông báo đang giữ của tệp' })
  async release(@CallerOf() caller: Caller, @Param('batchId', UuidPath) batchId: string): Promise<void> {
    const { scope } = caller.actor;
    await this.batches.get(caller.actor, batchId);
    if (scope.kind !== 'province')
      throw new DomainError(
        'refused',
        'RELEASE_NEEDS_PROVINCE',
        'Thông báo của một tệp đi toàn tỉnh. Hãy nhờ cán bộ phụ trách cả tỉnh cho gửi.',
      );
    await this.notices.run(caller.actor, { id: batchId, province: scope.province });
  }

  @Post(':batchId/undo')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Hoàn tác trong 7 ngày; những gì đã bị sửa sau đó được giữ và liệt kê' })
  @Answers(UndoneResponse)
  undo(@CallerOf() caller: Caller, @Param('batchId', UuidPath) batchId: string): Promise<UndoneBatch> {
    return this.undoBatch.run(caller.actor, batchId);
  }
}
