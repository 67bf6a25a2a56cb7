import { ClassifyDebt } from '@app/loans';
import { WriteDebtClasses } from '@app/reporting';
import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ClassificationResponse, DebtYearResponse } from '../http/answers/loans';
import { type Caller, CallerOf } from '../http/caller';
import { ClassificationRequest, DebtYearQuery } from './loan.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Groups of debt of a bank office on a 31 December. */
@ApiTags('loans')
@Controller('api/v1/loans/classifications')
export class DebtClassesController {
  constructor(
    private readonly debts: ClassifyDebt,
    private readonly writing: WriteDebtClasses,
  ) {}

  @Get()
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Nhóm nợ tại ngày 31/12 của một năm, các khoản vay của nhóm, còn bao nhiêu khoản chưa phân loại' })
  @Answers(DebtYearResponse)
  one(@CallerOf() caller: Caller, @Query() { year }: DebtYearQuery): ReturnType<ClassifyDebt['get']> {
    return this.debts.get(caller.actor, Number(year));
  }

  @Get('workbook')
  @Header('content-type', XLSX)
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Bảng nhóm nợ dạng Excel: bảng tổng và từng khoản vay' })
  async workbook(@CallerOf() caller: Caller, @Query() { year }: DebtYearQuery): Promise<StreamableFile> {
    const bytes = await this.writing.workbook(caller.actor, Number(year), caller.requestId);
    return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="phan-loai-no-${year}.xlsx"`, length: bytes.length });
  }

  @Post()
  @HttpCode(200)
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Phân loại nợ tại ngày 31/12 (Quyết định 976/QĐ-TTg); gọi lại chỉ bổ sung khoản chưa có' })
  @Answers(ClassificationResponse)
  classify(@CallerOf() caller: Caller, @Body() { year }: ClassificationRequest): ReturnType<ClassifyDebt['run']> {
    return this.debts.run(caller.actor, year);
  }
}
