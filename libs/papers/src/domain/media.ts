/** What is taken in: scans and photos of papers, nothing that can run. */
export const ENDINGS = { pdf: 'pdf', picture: 'jpg' } as const;
export type Medium = keyof typeof ENDINGS;

const starts = (bytes: Uint8Array, at: number, ...marks: readonly number[]) => marks.every((mark, i) => bytes[at + i] === mark);

/** The kind of a file by what it holds; its name and what the sender says of it count for nothing. Undefined: not taken. */
export function mediumOf(bytes: Uint8Array): Medium | undefined {
  if (starts(bytes, 0, 0x25, 0x50, 0x44, 0x46, 0x2d)) return endsAsPdf(bytes) ? 'pdf' : undefined;
  const jpeg = starts(bytes, 0, 0xff, 0xd8, 0xff);
  const png = starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const webp = starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50);
  return jpeg || png || webp ? 'picture' : undefined;
}

/** A PDF that broke off on the way, or one with something else glued behind it, does not end with its own mark. */
function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1024)))
    .toString('latin1')
    .trimEnd()
    .endsWith('%%EOF');
}
