import { type ComingFairs, PublicFairs } from '@app/placement';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicFairsQuery } from '../center/fair.dto';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PublicFairListResponse } from '../http/answers/fairs';
import { UuidPath } from '../http/validation';

const OPEN: AccessRule = { roles: 'anyone', scope: 'none', fields: 'public' };
const CALENDAR = 'text/calendar; charset=utf-8';

/** Coming job fairs, in the open. */
@ApiTags('public')
@Controller('api/v1/public/fairs')
export class PublicFairsController {
  constructor(private readonly fairs: PublicFairs) {}

  @Get()
  @Access(OPEN)
  @ApiOperation({ summary: 'Phiên giao dịch việc làm sắp tới, theo tỉnh và xã' })
  @Answers(PublicFairListResponse)
  list(@Query() place: PublicFairsQuery): Promise<ComingFairs> {
    return this.fairs.coming(place);
  }

  @Get(':fairId/calendar.ics')
  @Header('content-type', CALENDAR)
  @Access(OPEN)
  @ApiOperation({ summary: 'Một phiên thành tệp lịch, để thêm vào lịch của điện thoại' })
  async calendar(@Param('fairId', UuidPath) fairId: string): Promise<StreamableFile> {
    const bytes = Buffer.from(await this.fairs.calendar(fairId));
    return new StreamableFile(bytes, { type: CALENDAR, disposition: 'attachment; filename="phien-viec-lam.ics"', length: bytes.length });
  }
}
