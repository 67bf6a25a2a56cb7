import { DESKS, type Desk, type DeskTaskLine, DeskWork } from '@app/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { TaskListResponse } from '../http/answers/alerts';
import { type Caller, CallerOf } from '../http/caller';
import { OneOf, PageQuery, Text } from '../http/fields';
import { NumberPath } from '../http/validation';

export class DeskTasksQuery extends PageQuery {
  @OneOf(DESKS, { optional: true }) desk?: Desk;
  @Text(60, { optional: true, example: 'CHECK_CASE' }) kind?: string;
}

export class FinishTaskRequest {
  @Text(300, { example: 'Đã gọi điện xác minh' }) outcome: string;
}

@ApiTags('tasks')
@Controller('api/v1/tasks')
export class DeskTasksController {
  constructor(private readonly desks: DeskWork) {}

  @Get()
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Việc cần làm trên bàn của đơn vị' })
  @Answers(TaskListResponse)
  list(@CallerOf() caller: Caller, @Query() query: DeskTasksQuery): Promise<{ tasks: DeskTaskLine[]; next?: string }> {
    return this.desks.list(caller.actor, query);
  }

  @Post(':taskId/finish')
  @HttpCode(204)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'public',
  })
  @ApiOperation({ summary: 'Đánh dấu việc đã xong' })
  finish(@CallerOf() caller: Caller, @Param('taskId', NumberPath) taskId: number, @Body() body: FinishTaskRequest): Promise<void> {
    return this.desks.finish(caller.actor, taskId, body.outcome, caller.requestId);
  }

  @Post(':taskId/reopen')
  @HttpCode(204)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'public',
  })
  @ApiOperation({ summary: 'Hoàn tác trong 30 phút việc vừa ghi xong' })
  reopen(@CallerOf() caller: Caller, @Param('taskId', NumberPath) taskId: number): Promise<void> {
    return this.desks.reopen(caller.actor, taskId, caller.requestId);
  }
}
