import { type HandledLoan, HandleLoan, LoanQueries, PostToLoan, type PostedLine } from '@app/loans';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { HandledLoanResponse, LoanListResponse, LoanResponse, PostedLineResponse } from '../http/answers/loans';
import { type Caller, CallerOf } from '../http/caller';
import { NumberPath, UuidPath } from '../http/validation';
import { LoanDeedRequest, LoanListParameters, PostingRequest, TakeBackRequest } from './loan.dto';

/** Loans as the bank's books mirror them; amounts are whole đồng, computed interest is provisional. */
@ApiTags('loans')
@Controller('api/v1/loans')
export class LoansController {
  constructor(
    private readonly loans: LoanQueries,
    private readonly handle: HandleLoan,
    private readonly post: PostToLoan,
  ) {}

  @Get()
  @Access({ roles: ['centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Khoản vay trong phạm vi: ngân hàng thấy của mình, trung tâm thấy của tỉnh' })
  @Answers(LoanListResponse)
  list(@CallerOf() caller: Caller, @Query() query: LoanListParameters): ReturnType<LoanQueries['list']> {
    const { overdue, unlinked, ...rest } = query;
    return this.loans.list(caller.actor, {
      ...rest,
      ...(overdue && { overdue: overdue === 'true' }),
      ...(unlinked && { unlinked: unlinked === 'true' }),
    });
  }

  @Get(':loanId')
  @Access({ roles: ['centre_staff', 'bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Một khoản vay: kế hoạch trả, bút toán, số phải trả hôm nay (tạm tính), lịch sử' })
  @Answers(LoanResponse)
  one(@CallerOf() caller: Caller, @Param('loanId', UuidPath) loanId: string): ReturnType<LoanQueries['get']> {
    return this.loans.get(caller.actor, loanId);
  }

  @Post(':loanId/deeds')
  @HttpCode(200)
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Tiếp nhận, thẩm định, phê duyệt, từ chối, gia hạn, khoanh, xóa nợ, kiểm tra sử dụng vốn, ghi đồng ý chia sẻ' })
  @Answers(HandledLoanResponse)
  deed(@CallerOf() caller: Caller, @Param('loanId', UuidPath) loanId: string, @Body() body: LoanDeedRequest): Promise<HandledLoan> {
    return this.handle.run(caller.actor, loanId, { ...body, requestId: caller.requestId });
  }

  @Post(':loanId/postings')
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Ghi giải ngân, thu lãi, thu nợ, tất toán; một số chứng từ chỉ ghi một lần' })
  @Answers(PostedLineResponse)
  posting(@CallerOf() caller: Caller, @Param('loanId', UuidPath) loanId: string, @Body() body: PostingRequest): Promise<PostedLine> {
    return this.post.run(caller.actor, loanId, { ...body, requestId: caller.requestId });
  }

  @Post(':loanId/postings/:entryId/reversal')
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Đảo một bút toán; bút toán gốc giữ nguyên' })
  @Answers(PostedLineResponse)
  takeBack(
    @CallerOf() caller: Caller,
    @Param('loanId', UuidPath) loanId: string,
    @Param('entryId', NumberPath) entryId: number,
    @Body() { reason }: TakeBackRequest,
  ): Promise<PostedLine> {
    return this.post.takeBack(caller.actor, loanId, entryId, { reason, requestId: caller.requestId });
  }
}
