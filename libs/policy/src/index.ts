export * from './application/policy-book';
export * from './application/seed-policies';
export * from './domain/alert-rule-value';
export type { HolidayRow, PolicyRow, PolicyRule } from './domain/policy-rule';
export * from './policy.module';
