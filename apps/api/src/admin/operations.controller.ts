import { type DutyLine, type OperationReport, WatchOperations } from '@app/reporting';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { DutyListResponse, OperationReportResponse } from '../http/answers/operations';
import { type Caller, CallerOf } from '../http/caller';
import { NumberPath } from '../http/validation';

@ApiTags('admin')
@Controller('api/v1/admin')
export class OperationsController {
  constructor(private readonly operations: WatchOperations) {}

  @Get('health')
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Tình trạng hệ thống: cơ sở dữ liệu, chương trình nền, việc nền, rà soát, thư' })
  @Answers(OperationReportResponse)
  health(@CallerOf() caller: Caller): Promise<OperationReport> {
    return this.operations.report(caller.actor);
  }

  @Get('outbox')
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Việc nền chưa xong, việc bị bỏ trước; nhiều nhất 100' })
  @Answers(DutyListResponse)
  async duties(@CallerOf() caller: Caller): Promise<{ duties: DutyLine[] }> {
    return { duties: await this.operations.duties(caller.actor) };
  }

  @Post('outbox/:dutyId/replay')
  @HttpCode(204)
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Chạy lại một việc nền đã bị bỏ hoặc thất lạc' })
  replay(@CallerOf() caller: Caller, @Param('dutyId', NumberPath) dutyId: number): Promise<void> {
    return this.operations.replay(caller.actor, dutyId, caller.requestId);
  }
}
