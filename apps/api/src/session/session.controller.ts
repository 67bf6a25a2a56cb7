import { type SignedIn, Sessions, SetPassword, SignIn } from '@app/identity';
import { ROLES } from '@app/kernel';
import { AppConfig } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LoginResponse } from '../http/answers/administration';
import { MeResponse, SessionResponse } from '../http/answers/session';
import { type Caller, CallerOf } from '../http/caller';
import { SessionCookie } from '../http/session-cookie';
import { ChangePasswordRequest, SetPasswordRequest, SignInRequest } from './session.dto';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly passwords: SetPassword,
    config: AppConfig,
  ) {
    this.cookie = new SessionCookie(config);
  }

  @Post()
  @HttpCode(200)
  @Access({ roles: 'anyone', scope: 'none', fields: 'public', repeat: 'free' })
  @ApiOperation({ summary: 'Đăng nhập: đặt cookie cho trình duyệt, trả token cho chương trình khác' })
  @Answers(SessionResponse)
  async open(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ token: string; expiresAt: Date; me: SignedIn }> {
    const opened = await this.signIn.run(body.login, body.password, request.ip, this.cookie.read(request));
    this.cookie.set(reply, opened.token);
    return { token: opened.token, expiresAt: opened.expiresAt, me: await this.sessions.signedIn(opened.account) };
  }

  @Get()
  @Access({ roles: ROLES, scope: 'self', fields: 'basic' })
  @ApiOperation({ summary: 'Tài khoản đang đăng nhập' })
  @Answers(MeResponse)
  me(@CallerOf() caller: Caller): Promise<SignedIn> {
    return this.sessions.signedIn(caller.account);
  }

  @Delete()
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public', repeat: 'free', peopleOnly: true })
  @ApiOperation({ summary: 'Đăng xuất' })
  async close(@CallerOf() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(caller.actor, caller.token);
    this.cookie.clear(reply);
  }

  @Post('password-link')
  @HttpCode(200)
  @Access({ roles: 'anyone', scope: 'none', fields: 'public', repeat: 'free' })
  @ApiOperation({ summary: 'Đặt mật khẩu bằng liên kết dùng một lần' })
  @Answers(LoginResponse)
  async setPassword(@Body() body: SetPasswordRequest): Promise<{ login: string }> {
    return this.passwords.byLink(body.token, body.password);
  }

  @Put('password')
  @HttpCode(204)
  @Access({ roles: ROLES, scope: 'self', fields: 'public', repeat: 'free', peopleOnly: true })
  @ApiOperation({ summary: 'Đổi mật khẩu; mọi phiên đang mở đều kết thúc' })
  async changePassword(@CallerOf() caller: Caller, @Body() body: ChangePasswordRequest): Promise<void> {
    await this.passwords.change(caller.actor, body.current, body.password);
  }
}
