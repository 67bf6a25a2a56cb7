import type { LegalForm } from '@app/casework';
import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { type ProgrammeAnswer, ProgrammeListResponse } from '../http/answers/session';

/** Programmes of today (`programme.<CODE>`), each with its legal form and its market. */
@ApiTags('public')
@Controller('api/v1/public/programmes')
export class ProgrammesController {
  constructor(private readonly runner: TransactionRunner) {}

  @Get()
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Danh mục chương trình đưa lao động đi, theo hình thức và nước đến' })
  @Answers(ProgrammeListResponse)
  async list(): Promise<{ programmes: ProgrammeAnswer[] }> {
    const rules = await this.runner.run(systemActor('programmes'), async (tx) =>
      (await PolicyBook.at(tx)).under<{ title: string; legalForm: LegalForm; market: string }>('programme.'),
    );
    return {
      programmes: rules.map(({ key, value: { title, legalForm, market } }) => ({
        code: key.slice('programme.'.length),
        title,
        legalForm,
        market,
      })),
    };
  }
}
