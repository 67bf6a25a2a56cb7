import { type CaseCount, CountCases } from '@app/casework';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CaseCountListResponse } from '../http/answers/cases';
import { type Caller, CallerOf } from '../http/caller';

@ApiTags('lead')
@Controller('api/v1/lead/counts')
export class CountsController {
  constructor(private readonly counts: CountCases) {}

  @Get()
  @Access({ roles: ['leader', 'department_officer', 'centre_staff'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Số hồ sơ theo giai đoạn, thị trường, xã; không có tên người' })
  @Answers(CaseCountListResponse)
  async list(@CallerOf() caller: Caller): Promise<{ counts: CaseCount[] }> {
    return { counts: await this.counts.run(caller.actor) };
  }
}
