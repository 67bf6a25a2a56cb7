/** The ten letters and digits of a case code as a file name carries them, alone or among other words. */
export function codeIn(fileName: string): string | undefined {
  return /(?:^|[^0-9A-Z])([2-9A-HJKMNP-TV-Z]{10})(?=[^0-9A-Z]|$)/.exec(fileName.toUpperCase())?.[1];
}
