import { KeepOpenings, type OpeningTerms, ReferPeople, Returnees } from '@app/placement';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  OpeningListResponse,
  OpeningSavedResponse,
  OpeningVersionsResponse,
  ProfileKeptResponse,
  ReferralSavedResponse,
  ReturneeListResponse,
  ReturneeResponse,
} from '../http/answers/placement';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { OpeningRequest, ReferralOutcomeRequest, ReferralRequest, ReturneesQuery, ReturnProfileRequest } from './placement.dto';

const READS: AccessRule = { roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' };
const WRITES: AccessRule = { roles: ['centre_staff'], scope: 'jurisdiction', fields: 'basic' };

/** Work at home for people who came back: what they can do, what firms offer, who is referred where. */
@ApiTags('placement')
@Controller('api/v1/placement')
export class PlacementController {
  constructor(
    private readonly returnees: Returnees,
    private readonly openings: KeepOpenings,
    private readonly refer: ReferPeople,
  ) {}

  @Get('returnees')
  @Access(READS)
  @ApiOperation({ summary: 'Người đã về nước, về gần nhất trước' })
  @Answers(ReturneeListResponse)
  list(@CallerOf() caller: Caller, @Query() query: ReturneesQuery): ReturnType<Returnees['list']> {
    return this.returnees.list(caller.actor, query);
  }

  @Get('returnees/:workerId')
  @Access(READS)
  @ApiOperation({ summary: 'Một người: tay nghề, nguyện vọng, đã giới thiệu đâu, việc nào hợp và vì sao' })
  @Answers(ReturneeResponse)
  one(@CallerOf() caller: Caller, @Param('workerId', UuidPath) workerId: string): ReturnType<Returnees['desk']> {
    return this.returnees.desk(caller.actor, workerId);
  }

  @Post('returnees/:workerId/profile')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Ghi tay nghề học được và nguyện vọng khi về nước' })
  @Answers(ProfileKeptResponse)
  profile(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() { language, languageLevel, savings, note, ...said }: ReturnProfileRequest,
  ): ReturnType<Returnees['keepProfile']> {
    return this.returnees.keepProfile(caller.actor, {
      ...said,
      language: language ?? null,
      languageLevel: languageLevel ?? null,
      savings: savings ?? null,
      note: note ?? null,
      workerId,
      requestId: caller.requestId,
    });
  }

  @Get('openings')
  @Access(READS)
  @ApiOperation({ summary: 'Việc đang tuyển của doanh nghiệp trong tỉnh' })
  @Answers(OpeningListResponse)
  open(@CallerOf() caller: Caller): ReturnType<KeepOpenings['list']> {
    return this.openings.list(caller.actor);
  }

  @Post('openings')
  @Access(WRITES)
  @ApiOperation({ summary: 'Ghi một việc đang tuyển' })
  @Answers(OpeningSavedResponse)
  keep(@CallerOf() caller: Caller, @Body() body: OpeningRequest): ReturnType<KeepOpenings['open']> {
    return this.openings.open(caller.actor, { ...termsOf(body), requestId: caller.requestId });
  }

  @Put('openings/:openingId')
  @Access(WRITES)
  @ApiOperation({ summary: 'Sửa một việc đang tuyển; nội dung cũ được giữ' })
  @Answers(OpeningSavedResponse)
  change(
    @CallerOf() caller: Caller,
    @Param('openingId', UuidPath) openingId: string,
    @Body() body: OpeningRequest,
  ): ReturnType<KeepOpenings['change']> {
    return this.openings.change(caller.actor, { ...termsOf(body), openingId, requestId: caller.requestId });
  }

  @Get('openings/:openingId/versions')
  @Access(READS)
  @ApiOperation({ summary: 'Các lần sửa một việc đang tuyển' })
  @Answers(OpeningVersionsResponse)
  versions(@CallerOf() caller: Caller, @Param('openingId', UuidPath) openingId: string): ReturnType<KeepOpenings['versions']> {
    return this.openings.versions(caller.actor, openingId);
  }

  @Post('openings/:openingId/closing')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Ngừng tuyển một việc' })
  @Answers(OpeningSavedResponse)
  close(@CallerOf() caller: Caller, @Param('openingId', UuidPath) openingId: string): ReturnType<KeepOpenings['close']> {
    return this.openings.close(caller.actor, { openingId, requestId: caller.requestId });
  }

  @Post('openings/:openingId/referrals')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Giới thiệu một người vào việc này; không quá số chỗ' })
  @Answers(ReferralSavedResponse)
  send(
    @CallerOf() caller: Caller,
    @Param('openingId', UuidPath) openingId: string,
    @Body() { workerId }: ReferralRequest,
  ): ReturnType<ReferPeople['run']> {
    return this.refer.run(caller.actor, { openingId, workerId, requestId: caller.requestId });
  }

  @Post('referrals/:referralId/outcome')
  @HttpCode(200)
  @Access(WRITES)
  @ApiOperation({ summary: 'Kết quả giới thiệu: nhận việc, không nhận, không trả lời' })
  @Answers(ReferralSavedResponse)
  outcome(
    @CallerOf() caller: Caller,
    @Param('referralId', UuidPath) referralId: string,
    @Body() { outcome, reason, note }: ReferralOutcomeRequest,
  ): ReturnType<ReferPeople['answer']> {
    return this.refer.answer(caller.actor, {
      referralId,
      outcome,
      reason: reason ?? null,
      note: note ?? null,
      requestId: caller.requestId,
    });
  }
}

const termsOf = ({ workCommune, wageTo, language, contact, note, ...terms }: OpeningRequest): OpeningTerms => ({
  ...terms,
  communeCode: workCommune ?? null,
  wageTo: wageTo ?? null,
  language: language ?? null,
  contact: contact ?? null,
  note: note ?? null,
});
