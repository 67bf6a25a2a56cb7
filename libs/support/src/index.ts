export { ClaimSupport, type SupportOfCase } from './application/claim-support';
export { DecideClaims } from './application/decide-claims';
export { type FundsOfYear, KeepFunds } from './application/keep-funds';
export { type ClaimPage, ListClaims } from './application/list-claims';
export { CLAIM_STATES, type ClaimState } from './domain/claim-state';
export { type ClaimLine, ClaimRows } from './persistence/claim-rows';
export { SupportModule } from './support.module';
