import { CompareList, type ListComparison } from '@app/imports';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { sentFile } from '../center/sent-file';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { DifferencesResponse } from '../http/answers/differences';
import { type Caller, CallerOf } from '../http/caller';
import type { Upload } from '../http/upload';

/** An agency's own list beside its cases. */
@ApiTags('agency')
@Controller('api/v1/agency/differences')
export class DifferencesController {
  constructor(private readonly compareList: CompareList) {}

  @Post()
  @HttpCode(200)
  @Access({ roles: ['agency_clerk'], scope: 'jurisdiction', fields: 'basic', repeat: 'again', upload: true, keepsNothing: true })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({
    summary:
      'Đối chiếu danh sách của doanh nghiệp với hồ sơ: chỉ các ô khác nhau, không lưu gì (trường file, answers, mapping; holds: open = mọi hồ sơ đang theo dõi, không ghi = người đang ở nước ngoài)',
  })
  @Answers(DifferencesResponse)
  compare(@CallerOf() caller: Caller, @Body() body: object): Promise<ListComparison> {
    return this.compareList.run(caller.actor, sentFile(body), (body as Upload).fields.holds !== 'open');
  }
}
