import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { type NamedEntry, PolicyBook } from '@app/policy';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { MarketListResponse } from '../http/answers/session';

@ApiTags('public')
@Controller('api/v1/public/markets')
export class MarketsController {
  constructor(private readonly runner: TransactionRunner) {}

  @Get()
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Danh mục thị trường' })
  @Answers(MarketListResponse)
  async list(): Promise<{ markets: Pick<NamedEntry, 'code' | 'name'>[] }> {
    const entries = await this.runner.run(
      systemActor('markets'),
      async (tx) => (await PolicyBook.at(tx)).value<NamedEntry[]>('catalogue.markets') ?? [],
    );
    return { markets: entries.map(({ code, name }) => ({ code, name })) };
  }
}
