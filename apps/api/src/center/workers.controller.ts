import { ListAudit, type ReadLine } from '@app/identity';
import { GetWorker, type RegisterAnswer, RegisterWorker, RevealField, SearchWorkers, type WorkerCard, type WorkerPage } from '@app/workers';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ReadListResponse, RegistrationResponse, RevealedResponse, WorkerListResponse, WorkerResponse } from '../http/answers/people';
import { type Caller, CallerOf } from '../http/caller';
import { Residences } from '../http/residence';
import { UuidPath } from '../http/validation';
import { RegisterWorkerRequest, RevealRequest, WorkerNameQuery, WorkerSearchRequest } from './worker.dto';

@ApiTags('workers')
@Controller('api/v1/workers')
export class WorkersController {
  constructor(
    private readonly search: SearchWorkers,
    private readonly register: RegisterWorker,
    private readonly workers: GetWorker,
    private readonly reveal: RevealField,
    private readonly audit: ListAudit,
    private readonly residences: Residences,
  ) {}

  @Get()
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Tìm người theo họ tên' })
  @Answers(WorkerListResponse)
  byName(@CallerOf() caller: Caller, @Query() query: WorkerNameQuery): Promise<WorkerPage> {
    return this.search.run(caller.actor, query);
  }

  @Post('search')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'free',
  })
  @ApiOperation({ summary: 'Tìm người theo số căn cước, hộ chiếu, điện thoại hoặc họ tên' })
  @Answers(WorkerListResponse)
  bySecret(@CallerOf() caller: Caller, @Body() body: WorkerSearchRequest): Promise<WorkerPage> {
    return this.search.run(caller.actor, body);
  }

  @Post()
  @Access({ roles: ['centre_staff', 'commune_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Đăng ký người lao động; có thể hỏi lại khi giống người đã có' })
  @Answers(RegistrationResponse)
  async create(@CallerOf() caller: Caller, @Body() body: RegisterWorkerRequest): Promise<RegisterAnswer> {
    const { provinceCode, communeCode, hamlet, ...person } = body;
    const residence = await this.residences.of(caller.actor, { provinceCode, communeCode, hamlet });
    return this.register.run(caller.actor, { ...person, residence, requestId: caller.requestId });
  }

  @Get(':workerId')
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Một người; số căn cước và hộ chiếu không hiện; ETag là phiên bản' })
  @Answers(WorkerResponse, { etag: true })
  async one(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkerCard> {
    const card = await this.workers.run(caller.actor, workerId);
    void reply.header('etag', `"${card.version}"`);
    return card;
  }

  @Post(':workerId/reveal')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'sensitive',
    repeat: 'again',
    peopleOnly: true,
  })
  @ApiOperation({ summary: 'Xem một số được bảo vệ, có lý do và ghi nhật ký' })
  @Answers(RevealedResponse)
  async show(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() body: RevealRequest,
  ): Promise<{ value: string }> {
    return { value: await this.reveal.run(caller.actor, { workerId, ...body, requestId: caller.requestId }) };
  }

  @Get(':workerId/reads')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ai đã xem thông tin được bảo vệ của người này' })
  @Answers(ReadListResponse)
  async reads(@CallerOf() caller: Caller, @Param('workerId', UuidPath) workerId: string): Promise<{ reads: ReadLine[] }> {
    await this.workers.run(caller.actor, workerId);
    return { reads: await this.audit.readsOf(caller.actor, workerId) };
  }
}
