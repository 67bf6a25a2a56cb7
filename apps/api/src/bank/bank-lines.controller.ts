import { type OpenLine, type ResolvedLine, ResolveLines } from '@app/loans';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { BankLineListResponse, ResolvedLineResponse, StatementListResponse, StatementTakenBackResponse } from '../http/answers/bank-lines';
import { type Caller, CallerOf } from '../http/caller';
import { Id, OneOf, Shaped, Text, Whole } from '../http/fields';
import { NumberPath, UuidPath } from '../http/validation';
import { TakeBackRequest } from './loan.dto';

export class LinesQuery {
  @Shaped(/^\d{1,15}$/, 'vị trí trang', { optional: true, example: '0', description: '`next` của trang trước' }) after?: string;
  @Whole(1, 100, { optional: true, example: 20 }) limit?: number;
}

export class ResolveLineRequest {
  @OneOf(['POST', 'IGNORE'], { example: 'IGNORE' }) act: 'POST' | 'IGNORE';
  @Id({ optional: true, description: 'Món vay để ghi (POST)' }) loanId?: string;
  @Text(300, { optional: true, description: 'Lý do bỏ qua (IGNORE) hoặc ghi chú', example: 'Không phải khách hàng của phòng giao dịch' })
  reason?: string;
}

/** What a statement left open, and the statements themselves. */
@ApiTags('bank')
@Controller('api/v1/bank')
export class BankLinesController {
  constructor(private readonly lines: ResolveLines) {}

  @Get('lines')
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'basic' })
  @ApiOperation({ summary: 'Dòng sao kê chưa khớp, kèm các món vay có thể là của dòng đó' })
  @Answers(BankLineListResponse)
  list(@CallerOf() caller: Caller, @Query() { after, limit }: LinesQuery): Promise<{ lines: OpenLine[]; next?: string }> {
    return this.lines.list(caller.actor, { ...(after && { after: Number(after) }), ...(limit && { limit }) });
  }

  @Post('lines/:lineId/resolution')
  @HttpCode(200)
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi dòng vào một món vay, hoặc bỏ qua có lý do' })
  @Answers(ResolvedLineResponse)
  resolve(
    @CallerOf() caller: Caller,
    @Param('lineId', NumberPath) lineId: number,
    @Body() body: ResolveLineRequest,
  ): Promise<ResolvedLine> {
    return this.lines.run(caller.actor, lineId, { ...body, requestId: caller.requestId });
  }

  @Get('statements')
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Sao kê đã nộp: kết quả đối chiếu, số cộng của tệp và của dòng' })
  @Answers(StatementListResponse)
  async statements(@CallerOf() caller: Caller): Promise<{ statements: Record<string, unknown>[] }> {
    return { statements: await this.lines.statements(caller.actor) };
  }

  @Post('statements/:statementId/reversal')
  @HttpCode(200)
  @Access({ roles: ['bank_officer'], scope: 'organisation', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Thu hồi cả sao kê bằng bút toán đảo, để nộp lại tệp đúng' })
  @Answers(StatementTakenBackResponse)
  takeBack(
    @CallerOf() caller: Caller,
    @Param('statementId', UuidPath) statementId: string,
    @Body() { reason }: TakeBackRequest,
  ): Promise<{ batchId: string; takenBack: number }> {
    return this.lines.takeBack(caller.actor, statementId, { reason, requestId: caller.requestId });
  }
}
