import { DomainError } from '@app/kernel';
import {
  ChangeWorker,
  type ContactCommand,
  type FamilyContactLine,
  GetWorker,
  KeepContacts,
  normalisePhone,
  PlaceWorker,
} from '@app/workers';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ContactAddedResponse, ContactListResponse, VersionResponse } from '../http/answers/people';
import { type Caller, CallerOf } from '../http/caller';
import { Residences } from '../http/residence';
import { UuidPath } from '../http/validation';
import { ChangeWorkerRequest, ResidenceRequest } from './worker-change.dto';
import { FamilyContactRequest } from './worker.dto';

/** Changes to a person, each under the version the officer saw. An organisation that only has a case of the person reads and does not write. */
@ApiTags('workers')
@Controller('api/v1/workers/:workerId')
export class WorkerChangesController {
  constructor(
    private readonly workers: GetWorker,
    private readonly changeWorker: ChangeWorker,
    private readonly placeWorker: PlaceWorker,
    private readonly contacts: KeepContacts,
    private readonly residences: Residences,
  ) {}

  @Patch()
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    versioned: true,
  })
  @ApiOperation({ summary: 'Sửa thông tin người lao động; mục không gửi thì giữ nguyên' })
  @Answers(VersionResponse)
  async change(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() body: ChangeWorkerRequest,
  ): Promise<{ version: number }> {
    await this.workers.run(caller.actor, workerId);
    if (Object.values(body).every((value) => value === undefined))
      throw new DomainError('invalid', 'CHANGE_EMPTY', 'Chưa có mục nào để sửa. Hãy gửi ít nhất một mục.');
    return this.changeWorker
      .run(caller.actor, { ...body, phones: body.phones?.map(phoneOf), ...command(caller, workerId) })
      .catch(readOnly);
  }

  @Put('residence')
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    versioned: true,
  })
  @ApiOperation({
    summary: 'Xác định nơi ở: chuyển nơi ở, hoặc chọn xã khi xã cũ bị chia; hồ sơ đi theo, việc chọn xã được đóng',
  })
  @Answers(VersionResponse)
  async place(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() body: ResidenceRequest,
  ): Promise<{ version: number }> {
    const { reason, ...place } = body;
    const residence = await this.residences.chosen(caller.actor, place);
    return this.placeWorker.run(caller.actor, { ...command(caller, workerId), residence, reason });
  }

  @Get('contacts')
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Người thân để liên hệ' })
  @Answers(ContactListResponse)
  async list(@CallerOf() caller: Caller, @Param('workerId', UuidPath) workerId: string): Promise<{ contacts: FamilyContactLine[] }> {
    return { contacts: await this.contacts.list(caller.actor, workerId) };
  }

  @Post('contacts')
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    versioned: true,
  })
  @ApiOperation({ summary: 'Thêm người thân, có xã và sự đồng ý riêng' })
  @Answers(ContactAddedResponse)
  async add(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() body: FamilyContactRequest,
  ): Promise<{ contactId: string; version: number }> {
    await this.residences.known(caller.actor, body.communeCode);
    return this.contacts.add(caller.actor, command(caller, workerId), body);
  }

  @Put('contacts/:contactId')
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    versioned: true,
  })
  @ApiOperation({ summary: 'Ghi lại một người thân' })
  @Answers(VersionResponse)
  async replace(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Param('contactId', UuidPath) contactId: string,
    @Body() body: FamilyContactRequest,
  ): Promise<{ version: number }> {
    await this.residences.known(caller.actor, body.communeCode);
    return this.contacts.replace(caller.actor, command(caller, workerId), contactId, body);
  }

  @Delete('contacts/:contactId')
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    versioned: true,
  })
  @ApiOperation({ summary: 'Bỏ một người thân' })
  @Answers(VersionResponse)
  remove(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Param('contactId', UuidPath) contactId: string,
  ): Promise<{ version: number }> {
    return this.contacts.remove(caller.actor, command(caller, workerId), contactId);
  }
}

/** The gate has made sure that a version is there. */
function command(caller: Caller, workerId: string): ContactCommand {
  return { workerId, expectedVersion: caller.expectedVersion ?? 0, requestId: caller.requestId };
}

function phoneOf(text: string): string {
  const phone = normalisePhone(text);
  if (!phone)
    throw new DomainError(
      'invalid',
      'PHONE_UNREADABLE',
      'Số điện thoại không hợp lệ. Hãy nhập đủ 10 số bắt đầu bằng 0, hoặc số nước ngoài bắt đầu bằng +.',
    );
  return phone;
}

/** Seen a moment ago and not to be locked for writing: known by a case only. */
function readOnly(error: unknown): never {
  if (error instanceof DomainError && error.kind === 'missing')
    throw new DomainError(
      'forbidden',
      'WORKER_READ_ONLY',
      'Đơn vị chỉ được xem người này. Hãy gửi thay đổi cho trung tâm dịch vụ việc làm của tỉnh.',
    );
  throw error;
}
