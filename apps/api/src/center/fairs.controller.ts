import { FairQueries, type FairTerms, PlanFairs, SignUpPeople } from '@app/placement';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  FairAttendedResponse,
  FairLeftResponse,
  FairListResponse,
  FairResponse,
  FairSavedResponse,
  SignUpResponse,
} from '../http/answers/fairs';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { CancelFairRequest, FairAttendanceRequest, FairRequest, LeaveFairRequest, SignUpRequest } from './fair.dto';

const READS: AccessRule = { roles: ['centre_staff', 'department_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' };
const SIGNS: AccessRule = { roles: ['centre_staff', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' };
const PLANS: AccessRule = { roles: ['centre_staff'], scope: 'organisation', fields: 'public' };

/** Job fairs: the centre plans them, communes bring their people. */
@ApiTags('fairs')
@Controller('api/v1/fairs')
export class FairsController {
  constructor(
    private readonly fairs: FairQueries,
    private readonly plan: PlanFairs,
    private readonly signUp: SignUpPeople,
  ) {}

  @Get()
  @Access(READS)
  @ApiOperation({ summary: 'Phiên giao dịch việc làm của tỉnh, phiên sắp tới trước' })
  @Answers(FairListResponse)
  list(@CallerOf() caller: Caller): ReturnType<FairQueries['list']> {
    return this.fairs.list(caller.actor);
  }

  @Post()
  @Access(PLANS)
  @ApiOperation({ summary: 'Mở phiên giao dịch việc làm' })
  @Answers(FairSavedResponse)
  open(@CallerOf() caller: Caller, @Body() body: FairRequest): ReturnType<PlanFairs['open']> {
    return this.plan.open(caller.actor, { ...termsOf(body), requestId: caller.requestId });
  }

  @Get(':fairId')
  @Access(READS)
  @ApiOperation({ summary: 'Một phiên: doanh nghiệp, xe, chỗ, người đã ghi tên trong địa bàn của người xem' })
  @Answers(FairResponse)
  one(@CallerOf() caller: Caller, @Param('fairId', UuidPath) fairId: string): ReturnType<FairQueries['detail']> {
    return this.fairs.detail(caller.actor, fairId);
  }

  @Post(':fairId/terms')
  @HttpCode(200)
  @Access(PLANS)
  @ApiOperation({ summary: 'Sửa thông tin phiên; số chỗ không thấp hơn số người đã ghi tên' })
  @Answers(FairSavedResponse)
  change(
    @CallerOf() caller: Caller,
    @Param('fairId', UuidPath) fairId: string,
    @Body() body: FairRequest,
  ): ReturnType<PlanFairs['change']> {
    return this.plan.change(caller.actor, { ...termsOf(body), fairId, requestId: caller.requestId });
  }

  @Post(':fairId/cancelling')
  @HttpCode(200)
  @Access(PLANS)
  @ApiOperation({ summary: 'Hủy phiên, kèm lý do' })
  @Answers(FairSavedResponse)
  cancel(
    @CallerOf() caller: Caller,
    @Param('fairId', UuidPath) fairId: string,
    @Body() { reason }: CancelFairRequest,
  ): ReturnType<PlanFairs['cancel']> {
    return this.plan.cancel(caller.actor, { fairId, reason, requestId: caller.requestId });
  }

  @Post(':fairId/seats')
  @HttpCode(200)
  @Access(SIGNS)
  @ApiOperation({ summary: 'Ghi tên nhiều người đi phiên; không quá số chỗ, gửi lại không ghi hai lần' })
  @Answers(SignUpResponse)
  sign(
    @CallerOf() caller: Caller,
    @Param('fairId', UuidPath) fairId: string,
    @Body() { workerIds }: SignUpRequest,
  ): ReturnType<SignUpPeople['run']> {
    return this.signUp.run(caller.actor, { fairId, workerIds, requestId: caller.requestId });
  }

  @Post(':fairId/leaving')
  @HttpCode(200)
  @Access(SIGNS)
  @ApiOperation({ summary: 'Bỏ tên một người' })
  @Answers(FairLeftResponse)
  leave(
    @CallerOf() caller: Caller,
    @Param('fairId', UuidPath) fairId: string,
    @Body() { workerId }: LeaveFairRequest,
  ): ReturnType<SignUpPeople['leave']> {
    return this.signUp.leave(caller.actor, { fairId, workerId, requestId: caller.requestId });
  }

  @Post(':fairId/attendance')
  @HttpCode(200)
  @Access({ ...PLANS, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Điểm danh sau phiên: ai không có trong danh sách vắng là đã đến' })
  @Answers(FairAttendedResponse)
  attend(
    @CallerOf() caller: Caller,
    @Param('fairId', UuidPath) fairId: string,
    @Body() { absent }: FairAttendanceRequest,
  ): ReturnType<PlanFairs['attend']> {
    return this.plan.attend(caller.actor, { fairId, absent, requestId: caller.requestId });
  }
}

function termsOf({ heldInCommune, endsAt, transport, quota, note, ...terms }: FairRequest): FairTerms {
  return {
    ...terms,
    communeCode: heldInCommune ?? null,
    endsAt: endsAt ?? null,
    transport: transport ?? null,
    quota: quota ?? null,
    note: note ?? null,
  };
}
