export * from './application/crosscheck-all';
export * from './application/say-crossing';
export * from './domain/voices';
export * from './crosscheck.module';
