import { notFound } from '@app/kernel';
import { type Snoozed, SnoozeWork, WORK_KINDS, type WorkKind, type WorkPage, WorkQueue } from '@app/reporting';
import { Body, Controller, Delete, Get, HttpCode, Injectable, Param, type PipeTransform, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { SnoozedResponse, WorkListResponse } from '../http/answers/work';
import { type Caller, CallerOf } from '../http/caller';
import { SnoozeRequest, WorkFilterQuery } from './work.dto';

/** A kind of row in a path; anything else names nothing. */
@Injectable()
class WorkKindPath implements PipeTransform<string, WorkKind> {
  transform(value: string): WorkKind {
    if (!(WORK_KINDS as readonly string[]).includes(value)) throw notFound();
    return value as WorkKind;
  }
}

/** The first page of an office: what waits for it, most pressing first, in one list. */
@ApiTags('work')
@Controller('api/v1/work')
export class WorkController {
  constructor(
    private readonly queue: WorkQueue,
    private readonly snooze: SnoozeWork,
  ) {}

  @Get()
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Việc hôm nay: khẩn trước, vì sao có, làm gì tiếp' })
  @Answers(WorkListResponse)
  list(@CallerOf() caller: Caller, @Query() { hidden, ...filter }: WorkFilterQuery): Promise<WorkPage> {
    return this.queue.list(caller.actor, { ...filter, hidden: hidden === 'true' });
  }

  @Post(':workKind/:workId/snooze')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'public',
  })
  @ApiOperation({ summary: 'Ẩn một việc đến ngày hẹn, có lý do; hạn của việc không đổi' })
  @ApiParam({ name: 'workKind', enum: WORK_KINDS })
  @Answers(SnoozedResponse)
  hide(
    @CallerOf() caller: Caller,
    @Param('workKind', WorkKindPath) kind: WorkKind,
    @Param('workId') id: string,
    @Body() body: SnoozeRequest,
  ): Promise<Snoozed> {
    return this.snooze.hide(caller.actor, { ...body, kind, id, requestId: caller.requestId });
  }

  @Delete(':workKind/:workId/snooze')
  @HttpCode(204)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'public',
  })
  @ApiOperation({ summary: 'Hiện lại một việc đang ẩn' })
  @ApiParam({ name: 'workKind', enum: WORK_KINDS })
  show(@CallerOf() caller: Caller, @Param('workKind', WorkKindPath) kind: WorkKind, @Param('workId') id: string): Promise<void> {
    return this.snooze.show(caller.actor, { kind, id, requestId: caller.requestId });
  }
}
