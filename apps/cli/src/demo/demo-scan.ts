/**
 * The drawing of an invented receipt, so that an office sees what a scan looks like where a claim is judged; the platform makes a picture of it. It says itself
 * that it is a sample.
 */
export function sampleReceipt({ number, lines }: { number: string; lines: readonly string[] }): Buffer {
  const text = [`BIÊN LAI THU TIỀN  Số ${number}`, 'BẢN MẪU, KHÔNG CÓ GIÁ TRỊ', ...lines]
    .map((line, i) => `<text x="48" y="${96 + i * 56}" font-size="${i === 0 ? 34 : 28}">${line}</text>`)
    .join('');
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="620" font-family="sans-serif" fill="#22303c">
    <rect width="900" height="620" fill="#fbf9f2"/><rect x="20" y="20" width="860" height="580" fill="none" stroke="#7a8794" stroke-width="3"/>${text}
    <circle cx="740" cy="500" r="72" fill="none" stroke="#b3392f" stroke-width="5" opacity="0.7"/></svg>`);
}
