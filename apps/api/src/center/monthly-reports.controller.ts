import {
  DecideReport,
  OpenReportRows,
  ReadReportBoard,
  type ReportBoard,
  type ReportVersion,
  type RowsBehind,
  SendReport,
  WriteReport,
} from '@app/reporting';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ReportBoardResponse, ReportRowsResponse, ReportVersionResponse } from '../http/answers/reports';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { ReportMonthQuery, ReportRowsQuery, ReturnReportRequest, SendReportRequest } from './report.dto';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const READS: AccessRule = { roles: ['centre_staff', 'department_officer', 'leader'], scope: 'jurisdiction', fields: 'public' };

/** The monthly report: what communes sent, the province's numbers, its freezing, its approval, its paper. */
@ApiTags('reports')
@Controller('api/v1/monthly-reports')
export class MonthlyReportsController {
  constructor(
    private readonly board: ReadReportBoard,
    private readonly behind: OpenReportRows,
    private readonly sending: SendReport,
    private readonly deciding: DecideReport,
    private readonly writing: WriteReport,
  ) {}

  @Get()
  @Access(READS)
  @ApiOperation({ summary: 'Báo cáo tháng của tỉnh: xã nào đã gửi, cảnh báo, số liệu so kỳ trước; không có tên người' })
  @Answers(ReportBoardResponse)
  read(@CallerOf() caller: Caller, @Query() { month }: ReportMonthQuery): Promise<ReportBoard> {
    return this.board.run(caller.actor, month);
  }

  @Get('rows')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Hồ sơ đứng sau một con số của báo cáo' })
  @Answers(ReportRowsResponse)
  rows(@CallerOf() caller: Caller, @Query() query: ReportRowsQuery): Promise<RowsBehind> {
    return this.behind.run(caller.actor, query);
  }

  @Post()
  @HttpCode(200)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Chốt số liệu tháng của tỉnh và trình duyệt; báo cáo xã đã gửi được tổng hợp' })
  @Answers(ReportVersionResponse)
  send(@CallerOf() caller: Caller, @Body() body: SendReportRequest): Promise<ReportVersion> {
    return this.sending.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post(':reportId/accept')
  @HttpCode(200)
  @Access(READS)
  @ApiOperation({ summary: 'Nhận báo cáo của xã, hoặc duyệt báo cáo của tỉnh' })
  @Answers(ReportVersionResponse)
  accept(@CallerOf() caller: Caller, @Param('reportId', UuidPath) reportId: string): Promise<ReportVersion> {
    return this.deciding.run(caller.actor, reportId, { deed: 'accept', requestId: caller.requestId });
  }

  @Post(':reportId/return')
  @HttpCode(200)
  @Access(READS)
  @ApiOperation({ summary: 'Trả lại báo cáo kèm lý do; bản mới do đơn vị gửi lại' })
  @Answers(ReportVersionResponse)
  giveBack(
    @CallerOf() caller: Caller,
    @Param('reportId', UuidPath) reportId: string,
    @Body() { note }: ReturnReportRequest,
  ): Promise<ReportVersion> {
    return this.deciding.run(caller.actor, reportId, { deed: 'return', note, requestId: caller.requestId });
  }

  @Get(':reportId/word')
  @Header('content-type', DOCX)
  @Access(READS)
  @ApiOperation({ summary: 'Báo cáo của tỉnh dạng Word, bản đã chốt; số văn bản do văn thư ghi' })
  async word(@CallerOf() caller: Caller, @Param('reportId', UuidPath) reportId: string): Promise<StreamableFile> {
    return fileOf(await this.writing.word(caller.actor, reportId, caller.requestId), DOCX, 'bao-cao-thang.docx');
  }

  @Get(':reportId/annex')
  @Header('content-type', XLSX)
  @Access(READS)
  @ApiOperation({ summary: 'Phụ lục Excel của báo cáo: số liệu và số liệu theo xã' })
  async annex(@CallerOf() caller: Caller, @Param('reportId', UuidPath) reportId: string): Promise<StreamableFile> {
    return fileOf(await this.writing.annex(caller.actor, reportId, caller.requestId), XLSX, 'phu-luc-bao-cao.xlsx');
  }
}

const fileOf = (bytes: Buffer, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
