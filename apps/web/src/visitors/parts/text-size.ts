export const TEXT_SIZES = [100, 120, 145] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
const STORED = 'benve.text-size';

/** Size of all text in percent, as this person chose it before. */
export function textSize(): TextSize {
  const stored = Number(localStorage.getItem(STORED));
  return TEXT_SIZES.find((size) => size === stored) ?? 100;
}

export function applyTextSize(size: TextSize = textSize()): void {
  localStorage.setItem(STORED, String(size));
  document.documentElement.style.fontSize = `${size}%`;
}
