export * from './actor';
export * from './citizen-id';
export * from './domain-error';
export * from './fold-text';
export * from './identifiers';
export * from './local-date';
export * from './money';
export * from './steps';
