import { type CaseOfWorker, CaseQueries } from '@app/casework';
import { type Duplicate, FindDuplicates, GetWorker } from '@app/workers';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CaseOfWorkerListResponse } from '../http/answers/cases';
import { AlikeResponse } from '../http/answers/people';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { AlikeRequest } from './worker.dto';

/** Whether a person is known already, and by which cases. */
@ApiTags('workers')
@Controller('api/v1/workers')
export class KnownWorkersController {
  constructor(
    private readonly workers: GetWorker,
    private readonly duplicates: FindDuplicates,
    private readonly cases: CaseQueries,
  ) {}

  @Post('alike')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'commune_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic', repeat: 'free' })
  @ApiOperation({ summary: 'Ai trong phạm vi có thể là cùng một người, hỏi trong khi đang nhập; không ghi gì' })
  @Answers(AlikeResponse)
  async alike(@CallerOf() caller: Caller, @Body() body: AlikeRequest): Promise<{ duplicates: Duplicate[] }> {
    return { duplicates: await this.duplicates.whileTyping(caller.actor, body) };
  }

  @Get(':workerId/cases')
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Các hồ sơ của một người, mới nhất trước' })
  @Answers(CaseOfWorkerListResponse)
  async casesOf(@CallerOf() caller: Caller, @Param('workerId', UuidPath) workerId: string): Promise<{ cases: CaseOfWorker[] }> {
    await this.workers.run(caller.actor, workerId);
    return { cases: await this.cases.ofWorker(caller.actor, workerId) };
  }
}
