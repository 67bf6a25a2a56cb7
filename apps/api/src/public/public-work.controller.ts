import { type PublicOrder, PublicOrders } from '@app/agencies';
import { type PublicOpening, PublicOpenings } from '@app/placement';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PublicOpeningListResponse, PublicOrderListResponse } from '../http/answers/public-work';
import { ProvinceCode } from '../http/fields';

const OPEN: AccessRule = { roles: 'anyone', scope: 'none', fields: 'public' };

export class PublicWorkQuery {
  @ProvinceCode({ optional: true }) province?: string;
}

/** Work that is offered, in the open: at home and abroad. */
@ApiTags('public')
@Controller('api/v1/public')
export class PublicWorkController {
  constructor(
    private readonly openings: PublicOpenings,
    private readonly orders: PublicOrders,
  ) {}

  @Get('openings')
  @Access(OPEN)
  @ApiOperation({ summary: 'Việc doanh nghiệp trong tỉnh đang tuyển, còn chỗ' })
  @Answers(PublicOpeningListResponse)
  atHome(@Query() { province }: PublicWorkQuery): Promise<{ openings: PublicOpening[] }> {
    return this.openings.list(province);
  }

  @Get('orders')
  @Access(OPEN)
  @ApiOperation({ summary: 'Đơn hàng đi làm việc ở nước ngoài đã được duyệt, còn chỗ' })
  @Answers(PublicOrderListResponse)
  abroad(@Query() { province }: PublicWorkQuery): Promise<{ orders: PublicOrder[] }> {
    return this.orders.list(province);
  }
}
