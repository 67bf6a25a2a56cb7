/** Whether what an agency has deposited for its licence is enough for what it still owes; `unknown`: no deposit was ever recorded. */
export type DepositCover = 'covered' | 'short' | 'unknown';

/** @param owed đồng still to be refunded to workers; @param deposit đồng, null where none was recorded. */
export function depositCover(owed: number, deposit: number | null): DepositCover {
  if (deposit === null) return 'unknown';
  return owed > deposit ? 'short' : 'covered';
}
