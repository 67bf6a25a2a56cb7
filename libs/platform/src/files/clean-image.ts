export interface ImageLimits {
  /** Decoded pixels at most: a small file may unfold to gigabytes. */
  readonly pixels: number;
  /** Longest side that is kept, in pixels. */
  readonly longestSide: number;
}

/**
 * The picture drawn anew: turned upright as its camera meant, no larger than needed, and nothing beside the pixels (place, camera, hidden
 * files after the end are gone). Undefined: not a picture that can be decoded within the limits.
 */
export async function cleanImage(bytes: Buffer, { pixels, longestSide }: ImageLimits): Promise<Buffer | undefined> {
  // Loaded with the first picture: a program that never sees one does not carry the decoder.
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
