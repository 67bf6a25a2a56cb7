import { type AccountLine, type BulkAccounts, CreateUser, CreateUsers, ListDirectory, ResetUser } from '@app/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { AccountCreatedResponse, AccountListResponse, BulkAccountsResponse, LinkResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { UuidPath } from '../http/validation';
import { AccountsQuery, BulkAccountsRequest, CreateAccountRequest, JurisdictionRequest } from './admin.dto';

@ApiTags('admin')
@Controller('api/v1/admin/accounts')
export class AccountsController {
  constructor(
    private readonly directory: ListDirectory,
    private readonly createUser: CreateUser,
    private readonly createUsers: CreateUsers,
    private readonly users: ResetUser,
  ) {}

  @Get()
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'basic' })
  @ApiOperation({ summary: 'Danh sách tài khoản' })
  @Answers(AccountListResponse)
  list(@CallerOf() caller: Caller, @Query() query: AccountsQuery): Promise<{ accounts: AccountLine[]; next?: string }> {
    return this.directory.accounts(caller.actor, query);
  }

  @Post()
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'basic', repeat: 'once' })
  @ApiOperation({ summary: 'Tạo tài khoản; liên kết đặt mật khẩu chỉ hiện một lần' })
  @Answers(AccountCreatedResponse)
  create(@CallerOf() caller: Caller, @Body() body: CreateAccountRequest): Promise<{ accountId: string; login: string; link: string }> {
    return this.createUser.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Post('bulk')
  @HttpCode(200)
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'basic', repeat: 'once', peopleOnly: true })
  @ApiOperation({ summary: 'Tạo nhiều tài khoản từ bảng dán vào: mỗi dòng một kết quả; liên kết chỉ hiện một lần' })
  @Answers(BulkAccountsResponse)
  createMany(@CallerOf() caller: Caller, @Body() body: BulkAccountsRequest): Promise<BulkAccounts> {
    return this.createUsers.run(caller.actor, body.accounts, caller.requestId);
  }

  @Post(':accountId/reset')
  @HttpCode(200)
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'basic', repeat: 'once' })
  @ApiOperation({ summary: 'Cấp lại liên kết đặt mật khẩu; phiên và mật khẩu cũ hết hiệu lực' })
  @Answers(LinkResponse)
  reset(@CallerOf() caller: Caller, @Param('accountId', UuidPath) accountId: string): Promise<{ login: string; link: string }> {
    return this.users.byId(caller.actor, accountId, caller.requestId);
  }

  @Post(':accountId/disable')
  @HttpCode(204)
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Khoá tài khoản ngay lập tức' })
  disable(@CallerOf() caller: Caller, @Param('accountId', UuidPath) accountId: string): Promise<void> {
    return this.users.disable(caller.actor, accountId, caller.requestId);
  }

  @Put(':accountId/communes')
  @HttpCode(204)
  @Access({ roles: ['administrator'], scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Đặt phạm vi xã của tài khoản; danh sách trống = theo tổ chức' })
  setCommunes(
    @CallerOf() caller: Caller,
    @Param('accountId', UuidPath) accountId: string,
    @Body() body: JurisdictionRequest,
  ): Promise<void> {
    return this.users.setCommunes(caller.actor, accountId, body.communes, caller.requestId);
  }
}
