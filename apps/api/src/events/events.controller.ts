import { ROLES } from '@app/kernel';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access';
import { type Caller, CallerOf } from '../http/caller';
import { EventStreams } from './event-streams';

@ApiTags('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  @Get()
  @Access({ roles: ROLES, scope: 'jurisdiction', fields: 'public', peopleOnly: true })
  @Header('content-type', 'text/event-stream; charset=utf-8')
  @ApiOperation({
    summary: 'Gợi ý tải lại khi có thay đổi',
    description:
      'Server-sent events. Mỗi dòng `data` là `{topic: "desk"|"case"|"import", id?}`: chỉ có mã định danh, chỉ trong phạm vi của tài khoản. Mất kết nối thì nối lại và tải lại mọi thứ.',
  })
  stream(@CallerOf() caller: Caller, @Res() reply: FastifyReply): void {
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      // The connection goes with the stream: kept alive, it would hold back a server that stops.
      .header('connection', 'close')
      .send(this.streams.open(caller.actor, caller.token));
  }
}
