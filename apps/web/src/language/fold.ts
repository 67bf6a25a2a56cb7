/** Letters without marks, small: "Điện Biên" → "dien bien". For comparing what people type, never for showing. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
