import { ROLES, type LocalDate } from '@app/kernel';
import { ListPolicies, type PolicyPage } from '@app/policy';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PolicyListResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { Day, Shaped, Whole } from '../http/fields';

export class PoliciesQuery {
  @Shaped(/^[a-z0-9._-]{1,80}$/, 'mã quy tắc', { optional: true }) key?: string;
  @Day({ optional: true }) on?: LocalDate;
  @Whole(1, 9_007_199_254_740_991, { optional: true }) after?: number;
  @Whole(1, 200, { optional: true }) limit?: number;
}

/** Rules by date, for every account. */
@ApiTags('admin')
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(private readonly policies: ListPolicies) {}

  @Get()
  @Access({ roles: ROLES, scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Quy tắc theo ngày, có căn cứ' })
  @Answers(PolicyListResponse)
  list(@CallerOf() caller: Caller, @Query() query: PoliciesQuery): Promise<PolicyPage> {
    return this.policies.run(query, caller.actor);
  }
}
