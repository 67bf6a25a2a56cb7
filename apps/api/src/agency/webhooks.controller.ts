import { MILESTONE_KINDS } from '@app/casework';
import { OwnWebhooks, type WebhookLine, type WebhookMessageLine } from '@app/notices';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Access } from '../http/access';
import { Answered, Answers } from '../http/answers/answered';
import { type Caller, CallerOf } from '../http/caller';
import { ListOf, Moment, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

export class WebhookRequest {
  @Text(500, { example: 'https://he-thong.example.vn/benve' }) url: string;
  @ListOf(() => String, 60, {
    optional: 'absent',
    description: 'Loại việc muốn nhận; bỏ trống: mọi việc',
    each: [IsIn(MILESTONE_KINDS, { each: true, message: 'phải là loại việc có trong danh mục' })],
  })
  kinds?: string[];
}

export class ReplayRequest {
  @Moment() since: string;
}

export class WebhookAnswer {
  @Answered('id') id: string;
  @Answered('text') url: string;
  @Answered('text', { list: true }) kinds: string[];
  @Answered('text') state: string;
  @Answered('moment') createdAt: string;
  @Answered('whole') waiting: number;
  @Answered('whole') sent: number;
  @Answered('whole') failed: number;
}

export class WebhookListResponse {
  @Answered(() => WebhookAnswer, { list: true }) webhooks: WebhookAnswer[];
}

export class WebhookCreatedResponse {
  @Answered('id') id: string;
  @Answered('text') secret: string;
}

export class WebhookMessageAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') state: string;
  @Answered('whole') attempts: number;
  @Answered('whole', { empty: true }) lastStatus: number | null;
  @Answered('moment') createdAt: string;
  @Answered('moment', { empty: true }) sentAt: string | null;
}

export class WebhookMessagesResponse {
  @Answered(() => WebhookMessageAnswer, { list: true }) messages: WebhookMessageAnswer[];
}

export class ReplayedResponse {
  @Answered('whole') messages: number;
}

/** Where an agency's own system is told of its cases: signed by the Standard Webhooks scheme, tried again, sent again on request. */
@ApiTags('agency')
@Controller('api/v1/agency/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: OwnWebhooks) {}

  @Get()
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Địa chỉ nhận thông báo của hệ thống doanh nghiệp' })
  @Answers(WebhookListResponse)
  async list(@CallerOf() caller: Caller): Promise<{ webhooks: WebhookLine[] }> {
    return { webhooks: await this.webhooks.list(caller.actor) };
  }

  @Post()
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'basic', repeat: 'once', peopleOnly: true })
  @ApiOperation({ summary: 'Thêm địa chỉ nhận; khoá ký (whsec_…) chỉ hiện một lần' })
  @Answers(WebhookCreatedResponse)
  create(@CallerOf() caller: Caller, @Body() { url, kinds }: WebhookRequest): Promise<{ id: string; secret: string }> {
    return this.webhooks.create(caller.actor, url, kinds ?? [], caller.requestId);
  }

  @Delete(':webhookId')
  @HttpCode(204)
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Bỏ địa chỉ nhận' })
  remove(@CallerOf() caller: Caller, @Param('webhookId', UuidPath) webhookId: string): Promise<void> {
    return this.webhooks.remove(caller.actor, webhookId, caller.requestId);
  }

  @Get(':webhookId/messages')
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: '100 thông báo gần nhất: đã nhận, đang gửi lại, đã thôi' })
  @Answers(WebhookMessagesResponse)
  async messages(@CallerOf() caller: Caller, @Param('webhookId', UuidPath) webhookId: string): Promise<{ messages: WebhookMessageLine[] }> {
    return { messages: await this.webhooks.messages(caller.actor, webhookId) };
  }

  @Post(':webhookId/ping')
  @HttpCode(204)
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Gửi thử một thông báo' })
  ping(@CallerOf() caller: Caller, @Param('webhookId', UuidPath) webhookId: string): Promise<void> {
    return this.webhooks.ping(caller.actor, webhookId, caller.requestId);
  }

  @Post(':webhookId/replay')
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'organisation', fields: 'public' })
  @ApiOperation({ summary: 'Gửi lại mọi thông báo từ một thời điểm, cùng mã' })
  @Answers(ReplayedResponse)
  replay(
    @CallerOf() caller: Caller,
    @Param('webhookId', UuidPath) webhookId: string,
    @Body() { since }: ReplayRequest,
  ): Promise<{ messages: number }> {
    return this.webhooks.replay(caller.actor, webhookId, since, caller.requestId);
  }
}
