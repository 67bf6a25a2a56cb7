import { CarryPapers, SCANNED_PAPERS, type ScannedPaper } from '@app/casework';
import { DomainError } from '@app/kernel';
import { type AttachedFile, AttachFile, OpenFile, PaperHistory, type Pictured, RemoveFile } from '@app/papers';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { CarriedResponse, FileAttachedResponse, FileRemovedResponse, PaperHistoryResponse } from '../http/answers/papers';
import { type Caller, CallerOf } from '../http/caller';
import { Text } from '../http/fields';
import type { Upload } from '../http/upload';
import { CaseCodePath, UuidPath } from '../http/validation';

const BYTES = 'application/octet-stream';

export class ReadFileRequest {
  @Text(300, { min: 5, example: 'Kiểm tra giấy tờ của hồ sơ' }) reason: string;
}

export class RemoveFileRequest {
  @Text(300, { min: 5, example: 'Chụp nhầm giấy tờ' }) reason: string;
}

/** Scans and photos of papers: those who may see the case send, see and take them away. */
@ApiTags('papers')
@Controller('api/v1')
export class PaperFilesController {
  constructor(
    private readonly attach: AttachFile,
    private readonly openFile: OpenFile,
    private readonly history: PaperHistory,
    private readonly removeFile: RemoveFile,
    private readonly carryPapers: CarryPapers,
  ) {}

  @Get('cases/:caseId/papers')
  @Access({ roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Mọi lần ghi giấy tờ của hồ sơ và các bản chụp' })
  @Answers(PaperHistoryResponse)
  of(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): ReturnType<PaperHistory['of']> {
    return this.history.of(caller.actor, caseId);
  }

  @Post('cases/:caseId/papers/carried')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Dùng lại giấy tờ còn giá trị từ lần đi trước của cùng người' })
  @Answers(CarriedResponse)
  carry(@CallerOf() caller: Caller, @Param('caseId', UuidPath) caseId: string): ReturnType<CarryPapers['run']> {
    return this.carryPapers.run(caller.actor, { caseId, requestId: caller.requestId });
  }

  @Post('paper-files')
  @Access({
    roles: ['centre_staff', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'basic',
    upload: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiOperation({
    summary:
      'Gửi bản chụp một giấy tờ (trường file, guard và caseId hoặc caseCode) hoặc ảnh một lần thăm (file, visitId): PDF hoặc ảnh, xét theo nội dung',
  })
  @Answers(FileAttachedResponse)
  take(@CallerOf() caller: Caller, @Body() body: object): Promise<AttachedFile> {
    const { bytes, fields } = body as Upload;
    return this.attach.run(caller.actor, { of: pictured(fields), bytes, requestId: caller.requestId });
  }

  /** Bytes of no told type, never shown in the browser: whatever they hold, nothing of it runs here. */
  @Post('paper-files/:fileId/content')
  @HttpCode(200)
  @Header('content-type', BYTES)
  @Access({
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'],
    scope: 'jurisdiction',
    fields: 'sensitive',
    repeat: 'again',
    peopleOnly: true,
  })
  @ApiOperation({ summary: 'Tải một bản chụp, có lý do; ghi nhật ký người xem' })
  async download(
    @CallerOf() caller: Caller,
    @Param('fileId', UuidPath) fileId: string,
    @Body() { reason }: ReadFileRequest,
  ): Promise<StreamableFile> {
    const { bytes, name } = await this.openFile.run(caller.actor, { fileId, reason, requestId: caller.requestId });
    return new StreamableFile(bytes, { type: BYTES, disposition: `attachment; filename="${name}"`, length: bytes.length });
  }

  @Post('paper-files/:fileId/removal')
  @HttpCode(200)
  @Access({ roles: ['centre_staff', 'agency_clerk', 'commune_officer'], scope: 'jurisdiction', fields: 'basic', peopleOnly: true })
  @ApiOperation({ summary: 'Bỏ một bản chụp gửi nhầm' })
  @Answers(FileRemovedResponse)
  remove(
    @CallerOf() caller: Caller,
    @Param('fileId', UuidPath) fileId: string,
    @Body() { reason }: RemoveFileRequest,
  ): ReturnType<RemoveFile['run']> {
    return this.removeFile.run(caller.actor, { fileId, reason, requestId: caller.requestId });
  }
}

function pictured({ caseId = '', caseCode, guard = '', visitId }: Upload['fields']): Pictured {
  if (visitId !== undefined) return { visitId: new UuidPath().transform(visitId) };
  if (!(guard in SCANNED_PAPERS)) throw new DomainError('invalid', 'PAPER_UNKNOWN', 'Hãy chọn loại giấy tờ (trường guard).');
  return {
    guard: guard as ScannedPaper,
    case: caseCode === undefined ? { id: new UuidPath().transform(caseId) } : { code: new CaseCodePath().transform(caseCode) },
  };
}
