/** Longest side in pixels: a page of minutes stays readable, and a thin line carries it. */
const LONGEST = 1600;
const QUALITY = 0.75;

/** A photo as it is kept and sent: made smaller, upright, without place or camera, as a data address. Undefined: the phone cannot read it. */
export async function smallerPicture(file: Blob): Promise<string | undefined> {
  let drawn: ImageBitmap;
  try {
    drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
  const scale = Math.min(1, LONGEST / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  return canvas.toDataURL('image/jpeg', QUALITY);
}

/** The bytes behind a data address of ours. */
export function bytesOf(picture: string): Blob {
  const plain = atob(picture.slice(picture.indexOf(',') + 1));
  return new Blob([Uint8Array.from(plain, (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
}
