import { ROLES } from '@app/kernel';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { BellResponse } from '../http/answers/bell';
import { type Caller, CallerOf } from '../http/caller';
import { Moment } from '../http/fields';
import { type Bell, OwnBell } from './own-bell';

export class BellSeenRequest {
  @Moment({ description: '`asOf` của lần đọc chuông: việc đến sau đó vẫn là mới' }) upTo: string;
}

@ApiTags('me')
@Controller('api/v1/me/bell')
export class BellController {
  constructor(private readonly bell: OwnBell) {}

  @Get()
  @Access({ roles: ROLES, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Chuông: số việc mới (tối đa 100) và 20 mục mới nhất trong 14 ngày' })
  @Answers(BellResponse)
  read(@CallerOf() caller: Caller): Promise<Bell> {
    return this.bell.read(caller.actor);
  }

  @Post('seen')
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Đánh dấu đã xem chuông đến thời điểm đã đọc' })
  seen(@CallerOf() caller: Caller, @Body() body: BellSeenRequest): Promise<void> {
    return this.bell.markSeen(caller.actor, new Date(body.upTo));
  }
}
