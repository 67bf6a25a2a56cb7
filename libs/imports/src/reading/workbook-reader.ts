import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Merge, Sheet, SheetRow, Workbook } from '../domain/cell';
import { FileRefused, type FileRefusalCode, READING_LIMITS, type ReadingLimits } from './reading-limits';

type Message =
  | ['book', Omit<Workbook, 'sheets'>]
  | ['sheet', string, boolean]
  | ['rows', SheetRow[]]
  | ['end', { merges: Merge[]; hiddenColumns: number[] }]
  | ['done']
  | ['refused', FileRefusalCode, string]
  | ['failed', string];

export interface ReaderOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Program of the child, where it is not the built one beside this file. */
  readonly program?: string;
  readonly execArgv?: readonly string[];
}

const UNREADABLE = 'Không đọc được tệp: tệp quá phức tạp hoặc bị hỏng. Hãy bỏ hình ảnh, định dạng thừa, lưu lại thành .xlsx rồi gửi lại.';

/** Opens a file in a child process with capped memory and time; whatever happens there, this process goes on. */
export class WorkbookReader {
  private readonly limits: ReadingLimits;

  constructor(private readonly options: ReaderOptions = {}) {
    this.limits = { ...READING_LIMITS, ...options.limits };
  }

  /** Throws FileRefused. */
  async read(bytes: Buffer): Promise<Workbook> {
    const { limits } = this;
    if (bytes.length > limits.fileBytes)
      throw new FileRefused(
        'FILE_TOO_LARGE_INFLATED',
        `Tệp lớn hơn ${limits.fileBytes >> 20} MB. Hãy chia tệp làm nhiều phần rồi gửi từng phần.`,
      );
    const child = fork(this.options.program ?? join(__dirname, 'reader-process.js'), [JSON.stringify(limits)], {
      execArgv: [...(this.options.execArgv ?? []), `--max-old-space-size=${limits.heapMegabytes}`],
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH, NODE_PATH: process.env.NODE_PATH },
    });
    yieldToPeople(child.pid);
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
    try {
      return await new Promise<Workbook>((resolve, reject) => {
        let book: Omit<Workbook, 'sheets'> | undefined;
        const sheets: (Sheet & { rows: SheetRow[] })[] = [];
        child.on('message', (message: Message) => {
          if (message[0] === 'book') book = message[1];
          else if (message[0] === 'sheet') sheets.push({ name: message[1], hidden: message[2], rows: [], merges: [], hiddenColumns: [] });
          else if (message[0] === 'rows') for (const row of message[1]) sheets.at(-1)!.rows.push(row);
          else if (message[0] === 'end') Object.assign(sheets.at(-1)!, message[1]);
          else if (message[0] === 'refused') reject(new FileRefused(message[1], message[2]));
          else if (message[0] === 'done' && book) resolve({ ...book, sheets });
          else reject(new FileRefused('FILE_DAMAGED', UNREADABLE));
        });
        child.on('error', () => reject(new FileRefused('FILE_DAMAGED', UNREADABLE)));
        child.on('exit', () => reject(new FileRefused('FILE_TOO_LARGE_INFLATED', UNREADABLE)));
        child.stdin!.on('error', () => undefined);
        child.stdin!.end(bytes);
      });
    } finally {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
    }
  }
}

/** Reading a large file fills a core for seconds: whoever works with the screens meanwhile goes first. */
function yieldToPeople(pid: number | undefined): void {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Ended already, or a system that knows no priorities: it reads as before.
  }
}
