/** Whole Vietnamese đồng. Never a floating number. */
export type Dong = bigint;

/** 1.234.567 đ */
export function formatDong(amount: Dong): string {
  const digits = (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0n ? '-' : ''}${digits} đ`;
}
