import { PREFERENCE_KEYS, type PreferenceKey, Preferences, type SavedView } from '@app/identity';
import { notFound, ROLES } from '@app/kernel';
import { Body, Controller, Delete, Get, HttpCode, Injectable, Param, type PipeTransform, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { PreferenceResponse, ViewAddedResponse, ViewListResponse } from '../http/answers/session';
import { type Caller, CallerOf } from '../http/caller';
import { Flag, Shaped, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

/** A listed key; any other names nothing. */
@Injectable()
class PreferencePath implements PipeTransform<string, PreferenceKey> {
  transform(value: string): PreferenceKey {
    if (!(PREFERENCE_KEYS as readonly string[]).includes(value)) throw notFound();
    return value as PreferenceKey;
  }
}

export class PreferenceRequest {
  @ApiProperty({ description: 'JSON, nhiều nhất 8 kB', example: { density: 'vừa' }, type: 'object', additionalProperties: true })
  @Allow()
  value: unknown;
}

export class ViewRequest {
  @Shaped(/^[a-z][a-z-]{1,30}$/, 'mã màn hình', { example: 'cases' }) screen: string;
  @Text(80, { example: 'Sắp hết hạn 90 ngày' }) name: string;
  @Text(2_000, { example: 'stages=ABROAD&endTo=2027-02-20' }) query: string;
  @Flag({ example: false }) shared: boolean;
}

/** What an account keeps for itself: choices of its screens, and filters under a name. */
@ApiTags('session')
@Controller('api/v1')
export class PreferencesController {
  constructor(private readonly preferences: Preferences) {}

  @Get('me/preferences/:preferenceKey')
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Cài đặt của tôi' })
  @Answers(PreferenceResponse)
  async get(
    @CallerOf() caller: Caller,
    @Param('preferenceKey', PreferencePath) key: PreferenceKey,
  ): Promise<{ key: string; value: unknown }> {
    return { key, value: await this.preferences.get(caller.actor, key) };
  }

  @Put('me/preferences/:preferenceKey')
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public', repeat: 'again' })
  @ApiOperation({ summary: 'Lưu cài đặt của tôi' })
  async put(
    @CallerOf() caller: Caller,
    @Param('preferenceKey', PreferencePath) key: PreferenceKey,
    @Body() { value }: PreferenceRequest,
  ): Promise<void> {
    await this.preferences.put(caller.actor, key, value);
  }

  @Get('views')
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Bộ lọc đã lưu: của tôi và của đơn vị' })
  @Answers(ViewListResponse)
  async views(@CallerOf() caller: Caller): Promise<{ views: SavedView[] }> {
    return { views: await this.preferences.views(caller.actor) };
  }

  @Post('views')
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Lưu bộ lọc, cho riêng tôi hoặc cả đơn vị' })
  @Answers(ViewAddedResponse)
  add(@CallerOf() caller: Caller, @Body() body: ViewRequest): Promise<{ id: string }> {
    return this.preferences.addView(caller.actor, body);
  }

  @Delete('views/:viewId')
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Xóa bộ lọc của tôi' })
  async remove(@CallerOf() caller: Caller, @Param('viewId', UuidPath) viewId: string): Promise<void> {
    await this.preferences.removeView(caller.actor, viewId);
  }
}
