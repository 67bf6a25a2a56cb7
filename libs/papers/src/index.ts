export * from './application/attach-file';
export * from './application/forget-files';
export * from './application/open-file';
export * from './application/paper-history';
export * from './application/remove-file';
export * from './domain/media';
export * from './domain/paper-file';
export * from './papers.module';
