import { type ManyResult, RecordForMany, UNDO_MINUTES, type TakenBackCase, UndoRequest } from '@app/casework';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ManyRecordedResponse, UndoneRequestResponse } from '../http/answers/cases';
import { type Caller, CallerOf } from '../http/caller';
import { ManyMilestonesRequest, UndoRequestBody } from './case.dto';

/** One deed for many cases, and taking a deed back: both answer case by case. */
@ApiTags('cases')
@Controller('api/v1/cases/bulk')
export class CasesInBulkController {
  constructor(
    private readonly many: RecordForMany,
    private readonly undoRequest: UndoRequest,
  ) {}

  @Post('milestones')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi cùng một việc cho nhiều hồ sơ (nhiều nhất 500); mỗi hồ sơ một kết quả' })
  @Answers(ManyRecordedResponse)
  async record(@CallerOf() caller: Caller, @Body() body: ManyMilestonesRequest): Promise<object> {
    const results = await this.many.run(caller.actor, { ...body, requestId: caller.requestId });
    const count = (outcome: ManyResult['outcome']) => results.filter((one) => one.outcome === outcome).length;
    return { results, done: count('done'), unchanged: count('unchanged'), refused: count('refused'), undoMinutes: UNDO_MINUTES };
  }

  @Post('undo')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Hoàn tác trong 30 phút việc vừa ghi, một hay nhiều hồ sơ, theo mã yêu cầu đã gửi' })
  @Answers(UndoneRequestResponse)
  async undo(@CallerOf() caller: Caller, @Body() { requestKey }: UndoRequestBody): Promise<object> {
    const results = await this.undoRequest.run(caller.actor, requestKey, caller.requestId);
    const count = (outcome: TakenBackCase['outcome']) => results.filter((one) => one.outcome === outcome).length;
    return { results, undone: count('undone'), left: count('left') };
  }
}
