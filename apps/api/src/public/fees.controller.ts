import { type FeeSheet, PublishFees } from '@app/settlement';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FeeSheetQuery } from '../agency/settlement.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { FeeSheetListResponse } from '../http/answers/settlement';

/** What going abroad costs, in the open. */
@ApiTags('public')
@Controller('api/v1/public/fees')
export class FeesController {
  constructor(private readonly fees: PublishFees) {}

  @Get()
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Bảng phí các doanh nghiệp đã công bố, rẻ nhất trước' })
  @Answers(FeeSheetListResponse)
  async list(@Query() { market }: FeeSheetQuery): Promise<{ sheets: FeeSheet[] }> {
    return { sheets: await this.fees.newest(market) };
  }
}
