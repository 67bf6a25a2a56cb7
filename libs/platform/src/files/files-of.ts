import { join } from 'node:path';
import type { AppConfig } from '../config/app-config';
import { ClamScanner, type FileScanner, NoScanner } from './file-scanner';
import type { FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { S3Store } from './s3-store';

/** The store the environment names; with none, a folder beside the rest of this installation's data. */
export function fileStoreOf(config: AppConfig): FileStore {
  const { FILES_S3_BUCKET, FILES_S3_KEY_ID, FILES_S3_SECRET, FILES_S3_REGION } = config;
  return FILES_S3_BUCKET
    ? new S3Store({ bucket: FILES_S3_BUCKET, region: FILES_S3_REGION, keyId: FILES_S3_KEY_ID ?? '', secret: FILES_S3_SECRET ?? '' })
    : new FolderStore(join(config.BENVE_DATA_DIR ?? '.data', 'files'));
}

export function fileScannerOf({ CLAMD_URL }: AppConfig): FileScanner {
  if (!CLAMD_URL) return new NoScanner();
  const { hostname, port } = new URL(CLAMD_URL);
  return new ClamScanner(hostname, Number(port || 3310));
}
