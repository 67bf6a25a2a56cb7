import { DOCUMENT_KIND_NAMES, type DocumentKindName, type DocumentLine, OpenDocument, RequestDocument } from '@app/documents';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Access, type AccessRule } from '../http/access';
import { Answers } from '../http/answers/answered';
import { DocumentListResponse, DocumentResponse } from '../http/answers/documents';
import { type Caller, CallerOf } from '../http/caller';
import { Id, ListOf, OneOf } from '../http/fields';
import { UuidPath } from '../http/validation';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ASKS: AccessRule = { roles: ['centre_staff', 'agency_clerk', 'commune_officer'], scope: 'organisation', fields: 'basic' };

export class DocumentRequest {
  @OneOf(DOCUMENT_KIND_NAMES, { example: 'REFERRAL' }) kind: DocumentKindName;
  @ListOf(() => String, 200, { optional: true, each: [IsUUID('all', { each: true, message: 'phải là mã định danh hợp lệ' })] })
  caseIds?: string[];
  @Id({ optional: true }) classId?: string;
}

/** Official documents: asked for, written in the background, taken away as Word files. */
@ApiTags('documents')
@Controller('api/v1/documents')
export class DocumentsController {
  constructor(
    private readonly documents: RequestDocument,
    private readonly openDocument: OpenDocument,
  ) {}

  @Get()
  @Access(ASKS)
  @ApiOperation({ summary: 'Văn bản đơn vị đã lập, mới nhất trước' })
  @Answers(DocumentListResponse)
  list(@CallerOf() caller: Caller): Promise<{ documents: DocumentLine[] }> {
    return this.documents.list(caller.actor);
  }

  @Post()
  @HttpCode(202)
  @Access(ASKS)
  @ApiOperation({ summary: 'Lập văn bản cho một hay nhiều người, hoặc cho một lớp' })
  @Answers(DocumentResponse)
  ask(@CallerOf() caller: Caller, @Body() body: DocumentRequest): Promise<DocumentLine> {
    return this.documents.run(caller.actor, { ...body, requestId: caller.requestId });
  }

  @Get(':documentId/file')
  @Header('content-type', DOCX)
  @Access({ ...ASKS, peopleOnly: true })
  @ApiOperation({ summary: 'Tải văn bản Word' })
  async file(@CallerOf() caller: Caller, @Param('documentId', UuidPath) documentId: string): Promise<StreamableFile> {
    const { bytes, name } = await this.openDocument.run(caller.actor, documentId, caller.requestId);
    return new StreamableFile(bytes, { type: DOCX, disposition: `attachment; filename="${name}"`, length: bytes.length });
  }
}
