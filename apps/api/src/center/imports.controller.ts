import {
  BatchQueries,
  CheckFile,
  ImportFile,
  type ImportReport,
  refusedRowsWorkbook,
  type SentFile,
  UndoBatch,
  type UndoneBatch,
  WorkbookReader,
} from '@app/imports';
import { DomainError } from '@app/kernel';
import { ReleaseHeld } from '@app/notices';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { BatchListResponse, BatchResponse, ImportReportResponse, UndoneResponse } from '../http/answers/imports';
import { type Caller, CallerOf } from '../http/caller';
import { Id, Whole } from '../http/fields';
import type { Upload } from '../http/upload';
import { UuidPath } from '../http/validation';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class ImportsQuery {
  @Id({ optional: true, description: '`next` của trang trước' }) after?: string;
  @Whole(1, 100, { optional: true, example: 20 }) limit?: number;
}

/** Other people's files: try out, take in, look at the rows, let the mails go, take back. */
@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly importFile: ImportFile,
    private readonly checkFile: CheckFile,
    private readonly batches: BatchQueries,
    private readonly undoBatch: UndoBatch,
    private readonly notices: ReleaseHeld,
    private readonly reader: WorkbookReader,
  ) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Các tệp đã nhập' })
  @Answers(BatchListResponse)
  list(@CallerOf() caller: Caller, @Query() query: ImportsQuery): ReturnType<BatchQueries['list']> {
    return this.batches.list(caller.actor, query);
  }

  @Post()
  @Access({
    roles: ['centre_staff', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Nhập tệp (trường file, kind, answers); gửi lại cùng tệp không thay đổi gì' })
  @Answers(ImportReportResponse)
  take(@CallerOf() caller: Caller, @Body() body: object): Promise<ImportReport> {
    return this.importFile.run(caller.actor, sentFile(body));
  }

  @Post('check')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Kiểm tra thử: kết quả như khi nhập, không lưu gì' })
  @Answers(ImportReportResponse)
  check(@CallerOf() caller: Caller, @Body() body: object): Promise<ImportReport> {
    return this.checkFile.run(caller.actor, sentFile(body));
  }

  @Post('refused-rows')
  @HttpCode(200)
  @Header('content-type', XLSX)
  @Access({
    roles: ['centre_staff', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Bảng tính chỉ gồm các dòng không nhận được, kèm lý do' })
  async refusedRows(@CallerOf() caller: Caller, @Body() body: object): Promise<StreamableFile> {
    const file = sentFile(body);
    const report = await this.checkFile.run(caller.actor, file);
    const [refusal] = report.reasons ?? [];
    if (report.verdict === 'refuse')
      throw new DomainError('invalid', refusal?.code ?? 'FILE_REFUSED', refusal?.message ?? 'Không nhận được tệp này.');
    return new StreamableFile(await refusedRowsWorkbook(await this.reader.read(file.bytes), report), {
      type: XLSX,
      disposition: 'attachment; filename="dong-khong-nhan.xlsx"',
    });
  }

  @Get(':batchId')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
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

/** The upload as the use case takes it; `answers` is the object `{"QUESTION:COLUMN": "yes"}`. */
function sentFile(body: object): Omit<SentFile, 'dryRun'> {
  const { fileName, bytes, fields } = body as Upload;
  return {
    kind: fields.kind ?? '',
    fileName,
    bytes,
    answers: fields.answers === undefined ? {} : readAnswers(fields.answers),
  };
}

function readAnswers(text: string): Record<string, string> {
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    if (entries.length <= 200 && entries.every(([key, value]) => key.length <= 80 && typeof value === 'string' && value.length <= 80))
      return Object.fromEntries(entries) as Record<string, string>;
  } catch {
    // Told below: wrong JSON and wrong form are one fault to the sender.
  }
  throw new DomainError('malformed', 'ANSWERS_WRONG', 'Mục answers phải là JSON dạng {"MÃ_CÂU_HỎI:CỘT": "yes"}.');
}
