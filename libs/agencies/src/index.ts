export * from './agencies.module';
export * from './application/agency-licence';
export * from './application/change-licence';
export * from './application/agency-directory';
export * from './application/public-licences';
export * from './domain/agency-names';
export * from './domain/licence';
