export * from './application/check-eligibility';
export * from './application/order-people';
export * from './application/select-for-order';
export * from './domain/eligibility';
export * from './domain/selection';
export * from './outreach.module';
export type { OrderPerson, SelectionRound } from './persistence/selection-rows';
