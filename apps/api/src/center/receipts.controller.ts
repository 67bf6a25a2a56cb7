import { IssueReceipt, type Receipt } from '@app/casework';
import { Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ReceiptResponse } from '../http/answers/visitors';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';

@ApiTags('cases')
@Controller('api/v1/cases/:caseId/receipt')
export class ReceiptsController {
  constructor(private readonly receipts: IssueReceipt) {}

  @Post()
  @Access({
    roles: ['centre_staff', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'once',
    peopleOnly: true,
  })
  @ApiOperation({ summary: 'Cấp biên nhận có mã PIN để gia đình tra cứu; mã chỉ hiện một lần, mã cũ hết hiệu lực' })
  @Answers(ReceiptResponse)
  issue(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<Receipt> {
    return this.receipts.run(caller.actor, caseId, caller.requestId);
  }
}
