import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { AttachFile } from './application/attach-file';
import { ForgetFiles } from './application/forget-files';
import { OpenFile } from './application/open-file';
import { PaperHistory } from './application/paper-history';
import { RemoveFile } from './application/remove-file';

const USE_CASES = [AttachFile, ForgetFiles, OpenFile, PaperHistory, RemoveFile];

/** Scans and photos of papers. That a paper was shown is a fact of the case; here lie the pictures of it. */
@Module({ imports: [CaseworkModule], providers: USE_CASES, exports: USE_CASES })
export class PapersModule {}
