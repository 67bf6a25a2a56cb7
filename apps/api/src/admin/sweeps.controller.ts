import { type SweepRun, SweepRuns } from '@app/overstay';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { SweepListResponse } from '../http/answers/administration';

@ApiTags('admin')
@Controller('api/v1/admin/sweeps')
export class SweepsController {
  constructor(private readonly sweeps: SweepRuns) {}

  @Get()
  @Access({ roles: ['administrator', 'centre_staff', 'department_officer'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Các lần rà soát hằng ngày' })
  @Answers(SweepListResponse)
  async list(): Promise<{ runs: SweepRun[] }> {
    return { runs: await this.sweeps.list() };
  }
}
