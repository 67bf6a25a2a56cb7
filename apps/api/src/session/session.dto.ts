import { PASSWORD_MAX } from '@app/identity';
import { Shaped, Text } from '../http/fields';

export class SignInRequest {
  @Text(60, { example: 'centre-12' }) login: string;
  @Text(PASSWORD_MAX, { example: 'ruộng bậc thang mùa gặt' }) password: string;
}

export class SetPasswordRequest {
  @Shaped(/^bvl_[\w-]{43}$/, 'mã của liên kết', { example: `bvl_${'x'.repeat(43)}` }) token: string;
  @Text(1000, { example: 'ruộng bậc thang mùa gặt' }) password: string;
}

export class ChangePasswordRequest {
  @Text(PASSWORD_MAX) current: string;
  @Text(1000, { example: 'ruộng bậc thang mùa gặt' }) password: string;
}
