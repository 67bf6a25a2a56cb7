import { ROLES } from '@app/kernel';
import { type NotificationSetting, OwnNotifications, USUAL_MAIL } from '@app/notices';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { NotificationSettingResponse } from '../http/answers/notifications';
import { type Caller, CallerOf } from '../http/caller';
import { Flag, OneOf, Shaped } from '../http/fields';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NotificationSettingRequest {
  @Flag({ description: 'Đẩy thông báo khi có việc khẩn' }) urgentPush: boolean;
  @Flag({ description: 'Thư điện tử khi có việc khẩn' }) urgentMail: boolean;
  @Flag({ description: 'Đẩy thông báo khi có việc thường' }) usualPush: boolean;
  @OneOf(USUAL_MAIL, { description: 'Thư gộp việc thường: hằng ngày, chỉ thứ Hai, hoặc không' })
  usualMail: NotificationSetting['usualMail'];
  @Shaped(TIME, 'giờ dạng 21:00', { optional: true, example: '21:00' }) quietFrom?: string | null;
  @Shaped(TIME, 'giờ dạng 06:30', { optional: true, example: '06:30' }) quietUntil?: string | null;
  @Flag({ description: 'Yên lặng thứ Bảy và Chủ nhật' }) quietWeekends: boolean;
}

@ApiTags('me')
@Controller('api/v1/me/notifications')
export class NotificationsController {
  constructor(private readonly own: OwnNotifications) {}

  @Get()
  @Access({ roles: ROLES, scope: 'self', fields: 'public' })
  @ApiOperation({ summary: 'Cách nhận thông báo của tôi' })
  @Answers(NotificationSettingResponse)
  read(@CallerOf() caller: Caller): Promise<NotificationSetting> {
    return this.own.read(caller.actor);
  }

  @Put()
  @Access({ roles: ROLES, scope: 'self', fields: 'public', peopleOnly: true })
  @ApiOperation({ summary: 'Đặt cách nhận thông báo: kênh, giờ yên lặng, thư gộp' })
  @Answers(NotificationSettingResponse)
  change(
    @CallerOf() caller: Caller,
    @Body() { quietFrom = null, quietUntil = null, ...rest }: NotificationSettingRequest,
  ): Promise<NotificationSetting> {
    return this.own.change(caller.actor, { ...rest, quietFrom, quietUntil });
  }
}
