import { LookUpCase, type PublicAnswer } from '@app/casework';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { LookupResponse } from '../http/answers/visitors';
import { Shaped, Text } from '../http/fields';

export class LookupRequest {
  @Text(20, { example: 'BE636JHHCN', description: 'Mã hồ sơ trên biên nhận' }) code: string;
  @Shaped(/^\d{6}$/, 'mã PIN gồm 6 chữ số', { example: '000000' }) pin: string;
}

@ApiTags('public')
@Controller('api/v1/public/lookup')
export class LookupController {
  constructor(private readonly cases: LookUpCase) {}

  @Post()
  @HttpCode(200)
  @Access({ roles: 'anyone', scope: 'none', fields: 'public', repeat: 'free' })
  @ApiOperation({ summary: 'Gia đình tra cứu hồ sơ bằng mã hồ sơ và mã PIN trên biên nhận' })
  @Answers(LookupResponse)
  find(@Body() { code, pin }: LookupRequest, @Req() request: FastifyRequest): Promise<PublicAnswer> {
    return this.cases.run(code, pin, request.ip);
  }
}
