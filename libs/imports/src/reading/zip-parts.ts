import { StringDecoder } from 'node:string_decoder';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FileRefused, type ReadingLimits } from './reading-limits';

const TOO_LARGE =
  'Tệp giải nén ra quá lớn. Hãy xóa các dòng, cột trống có định dạng và hình ảnh, hoặc chia tệp làm nhiều phần rồi gửi lại.';

/** The entries of a zip, checked by their directory before anything is inflated, and counted again while it is. */
export class ZipParts {
  private left: number;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ReadingLimits,
  ) {
    this.left = limits.inflatedBytes;
  }

  static async open(bytes: Buffer, limits: ReadingLimits): Promise<ZipParts> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, file) => (error ? reject(broken()) : resolve(file)));
    });
    if (zip.entryCount > limits.entries) throw new FileRefused('FILE_TOO_LARGE_INFLATED', TOO_LARGE);
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        if (entry.isEncrypted()) return reject(new FileRefused('FILE_NOT_XLSX', 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.'));
        entries.set(entry.fileName.replace(/^\//, ''), entry);
        zip.readEntry();
      });
      zip.on('end', resolve);
      zip.on('error', () => reject(broken()));
      zip.readEntry();
    });
    return new ZipParts(zip, entries, limits);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** Refuses by the declared sizes of all parts that will be read. */
  checkDeclared(names: readonly string[]): void {
    const parts = names.map((name) => this.entries.get(name)).filter((entry) => entry !== undefined);
    const declared = parts.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (declared > this.limits.inflatedBytes) throw new FileRefused('FILE_TOO_LARGE_INFLATED', TOO_LARGE);
    for (const entry of parts)
      if (entry.uncompressedSize > this.limits.ratioFrom && entry.uncompressedSize > entry.compressedSize * this.limits.ratio)
        throw new FileRefused('FILE_TOO_LARGE_INFLATED', TOO_LARGE);
  }

  /** Streams a part as text. `onText` may be asynchronous: the stream waits. */
  async stream(name: string, onText: (chunk: string) => void | Promise<void>): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) throw broken();
    const decoder = new StringDecoder('utf8');
    const source = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(broken()) : resolve(stream)));
    });
    let out = 0;
    let first = true;
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        if (first && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))) throw broken();
        first = false;
        out += chunk.length;
        this.left -= chunk.length;
        if (this.left < 0 || (out > this.limits.ratioFrom && out > entry.compressedSize * this.limits.ratio))
          throw new FileRefused('FILE_TOO_LARGE_INFLATED', TOO_LARGE);
        const waiting = onText(decoder.write(chunk));
        if (waiting) await waiting;
      }
    } catch (error) {
      throw error instanceof FileRefused ? error : broken();
    }
    await onText(decoder.end());
  }

  async text(name: string): Promise<string> {
    let whole = '';
    await this.stream(name, (chunk) => {
      whole += chunk;
    });
    return whole;
  }
}

function broken(): FileRefused {
  return new FileRefused('FILE_DAMAGED', 'Tệp bị hỏng hoặc bị cắt khi gửi. Hãy mở lại bằng Excel, lưu thành .xlsx rồi gửi lại.');
}
