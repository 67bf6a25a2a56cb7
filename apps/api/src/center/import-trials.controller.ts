import {
  CheckFile,
  headerRowsOf,
  LARGE_FILE_BYTES,
  ReadCells,
  refusedRowsWorkbook,
  type SheetCells,
  TakeFile,
  withTypedCells,
  WorkbookReader,
} from '@app/imports';
import { DomainError } from '@app/kernel';
import { Body, Controller, Header, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ImportReportResponse, ImportStartedResponse, SheetCellsResponse } from '../http/answers/imports';
import { type Caller, CallerOf } from '../http/caller';
import { ImportOptions, sendFile } from './send-file';
import { sentFile, wantedCells } from './sent-file';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file before it is taken in: what would become of it, its cells, the rows that would stay behind. Nothing is kept. */
@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportTrialsController {
  constructor(
    private readonly takeFile: TakeFile,
    private readonly checkFile: CheckFile,
    private readonly readCells: ReadCells,
    private readonly reader: WorkbookReader,
  ) {}

  @Post('check')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'agency_clerk', 'bank_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
    keepsNothing: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({
    summary:
      'Kiểm tra thử: kết quả như khi nhập, không lưu gì. Tệp lớn: 202 và importId, xem tiến độ; khóa thử, khóa chỉ đọc: phải chia nhỏ tệp',
  })
  @Answers(ImportReportResponse, { accepted: ImportStartedResponse })
  check(
    @CallerOf() caller: Caller,
    @Body() body: object,
    @Query() options: ImportOptions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ReturnType<TakeFile['run']> {
    const file = { ...sentFile(body), dryRun: true };
    return sendFile(this.takeFile, caller, file, keepsNoTask(caller, file.bytes.length) ? { background: 'false' } : options, reply);
  }

  @Post('refused-rows')
  @HttpCode(200)
  @Header('content-type', XLSX)
  @Access({
    roles: ['centre_staff', 'agency_clerk', 'bank_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
    keepsNothing: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Bảng tính chỉ gồm các dòng không nhận được, kèm lý do' })
  async refusedRows(@CallerOf() caller: Caller, @Body() body: object): Promise<StreamableFile> {
    const file = sentFile(body);
    const report = await this.checkFile.run(caller.actor, file);
    const [refusal] = report.reasons ?? [];
    if (report.verdict === 'refuse')
      throw new DomainError('invalid', refusal?.code ?? 'FILE_REFUSED', refusal?.message ?? 'Không nhận được tệp này.');
    const book = withTypedCells(await this.reader.read(file.bytes), file.wishes?.cells);
    return new StreamableFile(await refusedRowsWorkbook(book, report.results, headerRowsOf(report.sheets)), {
      type: XLSX,
      disposition: 'attachment; filename="dong-khong-nhan.xlsx"',
    });
  }

  @Post('cells')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'bank_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'again',
    upload: true,
    keepsNothing: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({
    summary: 'Các ô của một trang tính, để sửa ngay trên màn hình (trường file, kind, sheet, rows; không nêu sheet: trang nhiều dòng nhất)',
  })
  @Answers(SheetCellsResponse)
  cells(@CallerOf() caller: Caller, @Body() body: object): Promise<SheetCells> {
    return this.readCells.run(caller.actor, sentFile(body), wantedCells(body));
  }
}

/** A key that must leave no trace cannot put a file down for the background program either. Throws TRIAL_FILE_TOO_LARGE. */
function keepsNoTask({ account: { keyKind } }: Caller, bytes: number): boolean {
  if (keyKind !== 'trial' && keyKind !== 'read') return false;
  if (bytes > LARGE_FILE_BYTES)
    throw new DomainError(
      'invalid',
      'TRIAL_FILE_TOO_LARGE',
      'Khóa thử và khóa chỉ đọc kiểm tra được tệp đến 350.000 byte (khoảng 2.000 dòng). Hãy chia nhỏ tệp rồi gửi lại.',
    );
  return true;
}
