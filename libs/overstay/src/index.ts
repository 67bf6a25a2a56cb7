export { OVERSTAY_SWEEP, OverstaySweep, type SweepResult } from './application/overstay-sweep';
export type { SweepCounts } from './persistence/sweep-ledger';
export { OverstayModule } from './overstay.module';
