import { PublishFees } from '@app/settlement';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { FeeCeilingListResponse, FeeSheetPageResponse, FeeSheetPublishedResponse, FeeSheetResponse } from '../http/answers/fees';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { FeeCeilingQuery, FeeSheetListQuery, FeeSheetRequest } from './settlement.dto';

/** What agencies ask, line by line, held against the ceilings of law before it is published. */
@ApiTags('settlement')
@Controller('api/v1')
export class FeeSheetsController {
  constructor(private readonly fees: PublishFees) {}

  @Post('agency/fee-sheets')
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Công bố bảng phí theo thị trường và ngành nghề; mục cộng lại vượt trần bị từ chối kèm quy định' })
  @Answers(FeeSheetPublishedResponse)
  publish(@CallerOf() caller: Caller, @Body() body: FeeSheetRequest): ReturnType<PublishFees['run']> {
    return this.fees.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Get('fee-sheets')
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Bảng phí đang hoặc sắp áp dụng: của mình (doanh nghiệp), của mọi doanh nghiệp (cơ quan)' })
  @Answers(FeeSheetPageResponse)
  list(@CallerOf() caller: Caller, @Query() query: FeeSheetListQuery): ReturnType<PublishFees['list']> {
    return this.fees.list(caller.actor, query);
  }

  @Get('fee-sheets/:sheetId')
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Một bảng phí: từng khoản, mức trần đã đối chiếu, các lần công bố trước' })
  @Answers(FeeSheetResponse)
  one(@CallerOf() caller: Caller, @Param('sheetId', UuidPath) sheetId: string): ReturnType<PublishFees['get']> {
    return this.fees.get(caller.actor, sheetId);
  }

  @Get('fee-ceilings')
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Mức trần của từng khoản cho một hợp đồng, trước khi công bố' })
  @Answers(FeeCeilingListResponse)
  ceilings(@CallerOf() caller: Caller, @Query() query: FeeCeilingQuery): ReturnType<PublishFees['ceilings']> {
    return this.fees.ceilings(caller.actor, query);
  }
}
