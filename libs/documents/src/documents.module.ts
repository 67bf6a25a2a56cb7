import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { ForgetDocuments } from './application/forget-documents';
import { OpenDocument } from './application/open-document';
import { RequestDocument } from './application/request-document';
import { WriteRequested } from './application/write-requested';

const USE_CASES = [ForgetDocuments, OpenDocument, RequestDocument, WriteRequested];

/** Official documents by Decree 30/2020/NĐ-CP, written in the background. */
@Module({ imports: [IdentityModule], providers: USE_CASES, exports: USE_CASES })
export class DocumentsModule {}
