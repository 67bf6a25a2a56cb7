import { API_KEY_KINDS, type ApiKeyKind, type ApiKeyLine, ApiKeys, LONGEST_KEY_DAYS } from '@app/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ApiKeyCreatedResponse, ApiKeyListResponse } from '../http/answers/administration';
import { type Caller, CallerOf } from '../http/caller';
import { OneOf, Text, Whole } from '../http/fields';
import { UuidPath } from '../http/validation';

export class CreateApiKeyRequest {
  @Text(80, { example: 'Máy chủ nhân sự' }) label: string;
  /** trial: mọi kiểm tra và câu trả lời như thật, không lưu gì. */
  @OneOf(API_KEY_KINDS, { optional: true }) kind?: ApiKeyKind;
  /** Số ngày khóa còn dùng được. */
  @Whole(1, LONGEST_KEY_DAYS, { optional: true }) days?: number;
}

@ApiTags('agency')
@Controller('api/v1/agency/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Khoá API của doanh nghiệp' })
  @Answers(ApiKeyListResponse)
  async list(@CallerOf() caller: Caller): Promise<{ keys: ApiKeyLine[] }> {
    return { keys: await this.keys.list(caller.actor) };
  }

  @Post()
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'basic', repeat: 'again', peopleOnly: true })
  @ApiOperation({ summary: 'Tạo khoá API; khoá chỉ hiện một lần, gửi lại thì được báo mã của khoá đã tạo' })
  @Answers(ApiKeyCreatedResponse)
  create(@CallerOf() caller: Caller, @Body() body: CreateApiKeyRequest): Promise<{ id: string; key: string }> {
    const { label, kind = 'live', days = LONGEST_KEY_DAYS } = body;
    return this.keys.create(caller.actor, { label, kind, days }, caller.requestId);
  }

  @Delete(':apiKeyId')
  @HttpCode(204)
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Thu hồi khoá API ngay lập tức' })
  revoke(@CallerOf() caller: Caller, @Param('apiKeyId', UuidPath) apiKeyId: string): Promise<void> {
    return this.keys.revoke(caller.actor, apiKeyId, caller.requestId);
  }
}
