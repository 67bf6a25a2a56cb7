import { type LetterLine, ListNotices, type NoticeFilter, type NoticeLine } from '@app/notices';
import type { LocalDate } from '@app/kernel';
import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LetterListResponse, NoticeListResponse } from '../http/answers/alerts';
import { type Caller, CallerOf } from '../http/caller';
import { Day, OneOf, Whole } from '../http/fields';
import { NumberPath } from '../http/validation';

export class NoticesQuery {
  @Day({ optional: true, example: '2020-01-01' }) since?: LocalDate;
  @OneOf(['open', 'held', 'sealed', 'letter', 'cancelled'], { optional: true }) state?: NoticeFilter['state'];
  @Whole(1, 9_007_199_254_740_991, { optional: true }) before?: number;
  @Whole(1, 100, { optional: true }) limit?: number;
}

export class LettersQuery {
  @Whole(1, 9_007_199_254_740_991, { optional: true }) after?: number;
  @Whole(1, 100, { optional: true }) limit?: number;
}

/** What offices were told and how far each copy came. An agency reads its own as receipts, a commune as its digests. */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly notices: ListNotices) {}

  @Get()
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
  })
  @ApiOperation({ summary: 'Thông báo và đường đi của từng bản' })
  @Answers(NoticeListResponse)
  list(@CallerOf() caller: Caller, @Query() query: NoticesQuery): Promise<{ notices: NoticeLine[]; next?: number }> {
    return this.notices.list(caller.actor, query);
  }

  @Get('letters')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Thư phải in vì nơi nhận không có thư điện tử' })
  @Answers(LetterListResponse)
  letters(@CallerOf() caller: Caller, @Query() query: LettersQuery): Promise<{ letters: LetterLine[]; next?: number }> {
    return this.notices.listLetters(caller.actor, query);
  }

  @Get(':noticeId/letter')
  @Header('content-type', 'text/html; charset=utf-8')
  @Access({ roles: ['centre_staff', 'department_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Thông báo ở dạng trang in' })
  letter(@CallerOf() caller: Caller, @Param('noticeId', NumberPath) noticeId: number): Promise<string> {
    return this.notices.renderLetter(caller.actor, noticeId);
  }

  @Post(':noticeId/printed')
  @HttpCode(204)
  @Access({ roles: ['centre_staff'], scope: 'jurisdiction', fields: 'public' })
  @ApiOperation({ summary: 'Đánh dấu thư đã in và gửi' })
  printed(@CallerOf() caller: Caller, @Param('noticeId', NumberPath) noticeId: number): Promise<void> {
    return this.notices.markPrinted(caller.actor, noticeId);
  }
}
