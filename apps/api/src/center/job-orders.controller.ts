import { type JobOrder, JobOrders, type OrderVersion } from '@app/agencies';
import { type OrderPerson, OrderPeople, SelectForOrder, type SelectionAnswer, type SelectionRound } from '@app/outreach';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import {
  OrderListResponse,
  OrderPeopleResponse,
  OrderResponse,
  OrderWithVersionsResponse,
  SelectionResponse,
} from '../http/answers/orders';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';
import { UuidPath } from '../http/validation';
import { FileOrderRequest, OrderDecisionRequest, OrdersQuery, OrderTermsRequest, SelectionRequest } from './job-order.dto';

/** Orders that people are recruited for, from filing over approval to the people who hold their places. */
@ApiTags('orders')
@Controller('api/v1/orders')
export class JobOrdersController {
  constructor(
    private readonly orders: JobOrders,
    private readonly people: OrderPeople,
    private readonly selection: SelectForOrder,
  ) {}

  @Get()
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Đơn hàng; doanh nghiệp thấy đơn hàng của mình, xã thấy đơn hàng đã duyệt' })
  @Answers(OrderListResponse)
  list(@CallerOf() caller: Caller, @Query() query: OrdersQuery): Promise<{ orders: JobOrder[]; next?: string }> {
    return this.orders.list(caller.actor, query);
  }

  @Post()
  @Access({ roles: ['agency_clerk', 'centre_staff'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Gửi đơn hàng mới để Sở Nội vụ duyệt' })
  @Answers(OrderResponse)
  file(@CallerOf() caller: Caller, @Body() body: FileOrderRequest): Promise<JobOrder> {
    return this.orders.file(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Get(':orderId')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Một đơn hàng và các phiên bản của nó' })
  @Answers(OrderWithVersionsResponse)
  one(@CallerOf() caller: Caller, @Param('orderId', UuidPath) orderId: string): Promise<JobOrder & { versions: OrderVersion[] }> {
    return this.orders.get(caller.actor, orderId);
  }

  @Post(':orderId/versions')
  @Access({ roles: ['agency_clerk', 'centre_staff'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Gửi thay đổi của đơn hàng; bản đã duyệt còn hiệu lực đến khi duyệt bản mới' })
  @Answers(OrderResponse)
  change(@CallerOf() caller: Caller, @Param('orderId', UuidPath) orderId: string, @Body() body: OrderTermsRequest): Promise<JobOrder> {
    return this.orders.fileVersion(caller.actor, orderId, body, caller.requestId);
  }

  @Post(':orderId/decision')
  @HttpCode(200)
  @Access({ roles: ['department_officer'], scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Duyệt hoặc không duyệt bản đang chờ' })
  @Answers(OrderResponse)
  decide(@CallerOf() caller: Caller, @Param('orderId', UuidPath) orderId: string, @Body() body: OrderDecisionRequest): Promise<JobOrder> {
    return this.orders.decide(caller.actor, orderId, body, caller.requestId);
  }

  @Post(':orderId/closing')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Đóng đơn hàng; người đã trúng tuyển vẫn đi tiếp' })
  @Answers(OrderResponse)
  close(@CallerOf() caller: Caller, @Param('orderId', UuidPath) orderId: string): Promise<JobOrder> {
    return this.orders.close(caller.actor, orderId, caller.requestId);
  }

  @Get(':orderId/people')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Người giữ chỗ và kết quả các đợt tuyển, trong phạm vi của tài khoản' })
  @Answers(OrderPeopleResponse)
  who(
    @CallerOf() caller: Caller,
    @Param('orderId', UuidPath) orderId: string,
    @Query() query: PageQuery,
  ): Promise<{ people: OrderPerson[]; rounds: SelectionRound[]; next?: string }> {
    return this.people.list(caller.actor, orderId, query);
  }

  @Post(':orderId/selections')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk', 'centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Kết quả một đợt tuyển, nhiều người một lần; gửi lại không thay đổi gì' })
  @Answers(SelectionResponse)
  select(
    @CallerOf() caller: Caller,
    @Param('orderId', UuidPath) orderId: string,
    @Body() body: SelectionRequest,
  ): Promise<SelectionAnswer> {
    return this.selection.run(caller.actor, { ...body, orderId, requestId: caller.requestId });
  }
}
