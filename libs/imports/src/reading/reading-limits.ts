/** What a file may cost. Large enough for a register of 50,000 people in 25 columns (8 MB, 47 MB unzipped). */
export interface ReadingLimits {
  readonly fileBytes: number;
  /** Of the parts that are read, as declared and as really inflated. */
  readonly inflatedBytes: number;
  /** Inflated : packed, judged once `ratioFrom` bytes have come out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
  /** Rows that hold something, all sheets together. */
  readonly rows: number;
  readonly columns: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

export const READING_LIMITS: ReadingLimits = {
  fileBytes: 20 << 20,
  inflatedBytes: 80 << 20,
  ratio: 100,
  ratioFrom: 8 << 20,
  entries: 2_000,
  rows: 60_000,
  columns: 300,
  milliseconds: 60_000,
  heapMegabytes: 300,
};

export type FileRefusalCode = 'FILE_NOT_XLSX' | 'FILE_DAMAGED' | 'FILE_TOO_LARGE_INFLATED' | 'FILE_TOO_MANY_ROWS';

/** The whole file cannot be taken. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusalCode,
    /** Vietnamese, says what to do. */
    message: string,
  ) {
    super(message);
    this.name = 'FileRefused';
  }
}
