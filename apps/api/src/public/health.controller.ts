import { systemActor } from '@app/kernel';
import { Heartbeats, TransactionRunner } from '@app/platform';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LiveResponse, ReadyResponse } from '../http/answers/session';

/** Older than this and the background program is not at work, whatever its connections say. */
const RELAY_SILENT_SECONDS = 120;

@ApiTags('public')
@Controller('api/health')
export class HealthController {
  constructor(private readonly runner: TransactionRunner) {}

  @Get('live')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Tiến trình còn chạy' })
  @Answers(LiveResponse)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Cơ sở dữ liệu trả lời; phần chạy nền còn làm việc' })
  @Answers(ReadyResponse)
  async ready(): Promise<{ status: 'ok'; database: 'ok'; background: 'ok' | 'silent' | 'never' }> {
    const beats = await this.runner
      .run(systemActor('health'), (tx) => Heartbeats.list(tx), { timeoutMs: 3_000 })
      .catch(() => {
        throw new ServiceUnavailableException();
      });
    const youngest = Math.min(...beats.map((beat) => beat.age));
    return {
      status: 'ok',
      database: 'ok',
      background: !beats.length ? 'never' : youngest > RELAY_SILENT_SECONDS ? 'silent' : 'ok',
    };
  }
}
