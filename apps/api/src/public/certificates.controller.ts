import { CheckCertificate } from '@app/training';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CertificateCheckResponse } from '../http/answers/training';
import { CaseCodePath } from '../http/validation';

@ApiTags('public')
@Controller('api/v1/public/certificates')
export class CertificatesController {
  constructor(private readonly check: CheckCertificate) {}

  @Get(':checkCode')
  @Access({ roles: 'anyone', scope: 'none', fields: 'public' })
  @ApiOperation({ summary: 'Chứng chỉ có thật không: nội dung in trên chứng chỉ, không có tên người' })
  @Answers(CertificateCheckResponse)
  of(@Param('checkCode', CaseCodePath) checkCode: string): ReturnType<CheckCertificate['run']> {
    return this.check.run(checkCode);
  }
}
