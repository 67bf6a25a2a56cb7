import { ROLES } from '@app/kernel';
import { OwnPush } from '@app/notices';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PushKeyResponse } from '../http/answers/notifications';
import { type Caller, CallerOf } from '../http/caller';
import { Nested, Shaped, Text } from '../http/fields';

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/example';

export class PushKeysRequest {
  @Shaped(/^[A-Za-z0-9_-]{87}$/, 'khoá p256dh của trình duyệt', { example: `B${'A'.repeat(86)}` }) p256dh: string;
  @Shaped(/^[A-Za-z0-9_-]{22}$/, 'khoá auth của trình duyệt', { example: 'A'.repeat(22) }) auth: string;
}

export class PushSubscriptionRequest {
  @Text(1000, { example: ENDPOINT }) endpoint: string;
  @Nested(() => PushKeysRequest) keys: PushKeysRequest;
}

export class PushEndpointRequest {
  @Text(1000, { example: ENDPOINT }) endpoint: string;
}

@ApiTags('me')
@Controller('api/v1/me')
export class PushController {
  constructor(private readonly push: OwnPush) {}

  @Get('push-key')
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Khoá công khai để trình duyệt đăng ký nhận thông báo đẩy' })
  @Answers(PushKeyResponse)
  async key(@CallerOf() caller: Caller): Promise<{ publicKey: string }> {
    return { publicKey: await this.push.publicKey(caller.actor) };
  }

  @Post('push-subscriptions')
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Nhận thông báo đẩy trên trình duyệt này' })
  subscribe(@CallerOf() caller: Caller, @Body() body: PushSubscriptionRequest): Promise<void> {
    return this.push.subscribe(caller.actor, body);
  }

  @Delete('push-subscriptions')
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Thôi nhận thông báo đẩy trên trình duyệt này' })
  unsubscribe(@CallerOf() caller: Caller, @Body() body: PushEndpointRequest): Promise<void> {
    return this.push.unsubscribe(caller.actor, body.endpoint);
  }
}
