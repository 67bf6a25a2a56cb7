import { type Actor, DomainError } from '@app/kernel';
import {
  CaseOfficers,
  type Colleague,
  type Counselling,
  type DemandAnswer,
  type DemandCommand,
  DemandDesk,
  type DemandLine,
  type DemandVerdict,
  type Officer,
  type OrderOffer,
  RegisterDemand,
  RegisterDemandList,
} from '@app/outreach';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  ColleagueListResponse,
  CounselledResponse,
  CounsellingListResponse,
  DemandListResponse,
  DemandResponse,
  DemandVerdictsResponse,
  HandedOverResponse,
  OfficerListResponse,
  OrderOffersResponse,
} from '../http/answers/demands';
import { type Caller, CallerOf } from '../http/caller';
import { Residences } from '../http/residence';
import { UuidPath } from '../http/validation';
import {
  CounsellingRequest,
  DemandLineRequest,
  DemandListRequest,
  DemandRequest,
  DemandsQuery,
  HandOverRequest,
  OfficerRequest,
} from './demand.dto';

const KEEPERS = ['centre_staff', 'commune_officer', 'agency_clerk'] as const;
const READERS = ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'] as const;

/** Who wishes to go: registered at commune, school and fair, counselled, accompanied by an officer, shown the orders that would do. */
@ApiTags('demands')
@Controller('api/v1')
export class DemandsController {
  constructor(
    private readonly demand: RegisterDemand,
    private readonly lists: RegisterDemandList,
    private readonly desk: DemandDesk,
    private readonly officers: CaseOfficers,
    private readonly residences: Residences,
  ) {}

  @Get('demands')
  @Access({ roles: READERS, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Người có nhu cầu đi làm việc ở nước ngoài, đang chờ đơn hàng' })
  @Answers(DemandListResponse)
  list(@CallerOf() caller: Caller, @Query() { mine, ...query }: DemandsQuery): Promise<{ demands: DemandLine[]; next?: string }> {
    return this.desk.list(caller.actor, { ...query, mine: mine === 'true' });
  }

  @Post('demands')
  @Access({ roles: KEEPERS, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đăng ký nhu cầu của một người; có thể hỏi lại khi giống người đã có' })
  @Answers(DemandResponse)
  async register(@CallerOf() caller: Caller, @Body() body: DemandRequest): Promise<DemandAnswer> {
    const { markets, occupations, language, canGoFrom, source, event, note, provinceCode, communeCode, hamlet, ...person } = body;
    const residence = await this.residences.of(caller.actor, { provinceCode, communeCode, hamlet });
    return this.demand.run(caller.actor, {
      person: { ...person, residence },
      markets: markets ?? [],
      occupations: occupations ?? [],
      language: language ?? null,
      canGoFrom: canGoFrom ?? null,
      source,
      event: event ?? null,
      note: note ?? null,
      requestId: caller.requestId,
    });
  }

  @Post('demands/list')
  @HttpCode(200)
  @Access({ roles: KEEPERS, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đăng ký nhu cầu theo danh sách của trường, đơn vị bộ đội, phiên giao dịch; kết quả từng dòng' })
  @Answers(DemandVerdictsResponse)
  async registerList(
    @CallerOf() caller: Caller,
    @Body() { source, event, lines }: DemandListRequest,
  ): Promise<{ results: DemandVerdict[] }> {
    const commands: (DemandCommand | { refused: DomainError })[] = [];
    for (const [i, line] of lines.entries())
      commands.push(await this.line(caller.actor, line, { source, event: event ?? null, requestId: `${caller.requestId}:${i}` }));
    return { results: await this.lists.run(caller.actor, commands) };
  }

  private async line(
    actor: Actor,
    { communeCode, place, phone, markets = [], occupations = [], ...person }: DemandLineRequest,
    same: Pick<DemandCommand, 'source' | 'event' | 'requestId'>,
  ): Promise<DemandCommand | { refused: DomainError }> {
    try {
      const residence = communeCode ? await this.residences.of(actor, { communeCode }) : await this.residences.named(actor, place ?? '');
      const known = { ...person, residence, ...(phone && { phones: [phone] }) };
      return { ...same, person: known, markets, occupations, language: null, canGoFrom: null, note: null };
    } catch (error) {
      if (error instanceof DomainError) return { refused: error };
      throw error;
    }
  }

  @Get('cases/:caseId/counsellings')
  @Access({ roles: READERS, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Các buổi tư vấn của một hồ sơ' })
  @Answers(CounsellingListResponse)
  async talks(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
  ): Promise<{ counsellings: (Counselling & { by: string | null })[] }> {
    return { counsellings: await this.desk.counsellings(caller.actor, caseId) };
  }

  @Post('cases/:caseId/counsellings')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi một buổi tư vấn; hồ sơ chuyển sang đã tư vấn' })
  @Answers(CounselledResponse)
  counsel(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() { market, sheet, note, legalForm, programme, ...talk }: CounsellingRequest,
  ): Promise<{ stage: string }> {
    return this.desk.counsel(
      caller.actor,
      caseId,
      { ...talk, market: market ?? null, sheet: sheet ?? null, note: note ?? null },
      caller.requestId,
      legalForm && { legalForm, programme, market },
    );
  }

  @Get('cases/:caseId/offers')
  @Access({ roles: ['centre_staff', 'department_officer', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đơn hàng phù hợp với người này, kèm lý do' })
  @Answers(OrderOffersResponse)
  async offers(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<{ offers: OrderOffer[] }> {
    return { offers: await this.desk.offers(caller.actor, caseId) };
  }

  @Get('cases/:caseId/officers')
  @Access({ roles: READERS, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Cán bộ phụ trách hồ sơ, người thay và các lần bàn giao' })
  @Answers(OfficerListResponse)
  async officersOf(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): Promise<{ officers: Officer[] }> {
    return { officers: await this.officers.of(caller.actor, caseId) };
  }

  @Put('cases/:caseId/officers')
  @Access({ roles: KEEPERS, scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Giao hồ sơ cho một cán bộ của đơn vị, có thể có người thay' })
  @Answers(OfficerListResponse)
  async assign(
    @CallerOf() caller: Caller,
    @Param('caseId', UuidPath) caseId: string,
    @Body() body: OfficerRequest,
  ): Promise<{ officers: Officer[] }> {
    return { officers: await this.officers.assign(caller.actor, { ...body, caseId, requestId: caller.requestId }) };
  }

  @Get('officers')
  @Access({ roles: KEEPERS, scope: 'organisation', fields: 'basic' })
  @ApiOperation({ summary: 'Cán bộ của đơn vị và số hồ sơ đang phụ trách' })
  @Answers(ColleagueListResponse)
  async colleagues(@CallerOf() caller: Caller): Promise<{ officers: Colleague[] }> {
    return { officers: await this.officers.colleagues(caller.actor) };
  }

  @Post('officers/hand-over')
  @HttpCode(200)
  @Access({ roles: KEEPERS, scope: 'organisation', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Bàn giao mọi hồ sơ của mình, hoặc của đồng nghiệp vắng mặt, cho một đồng nghiệp' })
  @Answers(HandedOverResponse)
  handOver(@CallerOf() caller: Caller, @Body() { fromAccountId, accountId, reason }: HandOverRequest): Promise<{ cases: number }> {
    return this.officers.handOver(caller.actor, { from: fromAccountId, to: accountId, reason, requestId: caller.requestId });
  }
}
