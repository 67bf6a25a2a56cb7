/** What an administrator is told of one part of the installation: `warn` needs an eye, `fail` needs a hand. */
export interface OperationFinding {
  readonly check: 'database' | 'background' | 'outbox' | 'sweep' | 'mail';
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
}

export interface DutyTopic {
  readonly topic: string;
  readonly waiting: number;
  readonly handedOver: number;
  readonly dead: number;
  /** Seconds the oldest undone one has been due. */
  readonly oldestSeconds: number | null;
}

export interface LastSweep {
  readonly sweep: string;
  readonly businessDay: string;
  readonly state: string;
  readonly daysBehind: number;
  readonly finishedAt: Date | null;
}

export interface OperationFacts {
  readonly databaseVersion: string;
  readonly beats: readonly { readonly name: string; readonly ageSeconds: number }[];
  readonly topics: readonly DutyTopic[];
  readonly sweeps: readonly LastSweep[];
  readonly mailGateClosed: boolean;
  /** Copies made in the last seven days, by state. */
  readonly deliveries: Readonly<Record<string, number>>;
  readonly lettersWaiting: number;
  readonly noticesHeld: number;
}

const SILENT_SECONDS = 180;
const LATE_SECONDS = 600;

type Verdict = Pick<OperationFinding, 'state' | 'detail'>;
const ok = (detail: string): Verdict => ({ state: 'ok', detail });
const warn = (detail: string): Verdict => ({ state: 'warn', detail });
const fail = (detail: string): Verdict => ({ state: 'fail', detail });

/** The facts in one line each, with what to do. */
export function findingsOf(facts: OperationFacts): OperationFinding[] {
  return [
    { check: 'database', ...ok(`PostgreSQL ${facts.databaseVersion}`) },
    { check: 'background', ...background(facts) },
    { check: 'outbox', ...outbox(facts) },
    { check: 'sweep', ...sweep(facts) },
    { check: 'mail', ...mail(facts) },
  ];
}

function background({ beats }: OperationFacts): Verdict {
  if (!beats.length) return fail('Chương trình nền chưa chạy lần nào. Hãy khởi động chương trình nền.');
  const silent = beats.filter(({ ageSeconds }) => ageSeconds > SILENT_SECONDS).map(({ name }) => name);
  return silent.length
    ? fail(`Im lặng quá ba phút: ${silent.join(', ')}. Hãy xem chương trình nền còn chạy không.`)
    : ok('Chương trình nền đang làm việc.');
}

function outbox({ topics }: OperationFacts): Verdict {
  const dead = topics.reduce((sum, topic) => sum + topic.dead, 0);
  if (dead) return warn(`${dead} việc nền đã bị bỏ sau nhiều lần thử. Hãy sửa nguyên nhân rồi chạy lại.`);
  const oldest = Math.max(0, ...topics.map(({ oldestSeconds }) => oldestSeconds ?? 0));
  return oldest > LATE_SECONDS ? warn(`Việc nền cũ nhất đã chờ ${Math.round(oldest / 60)} phút.`) : ok('Không có việc nền nào chờ lâu.');
}

function sweep({ sweeps }: OperationFacts): Verdict {
  if (!sweeps.length) return warn('Chưa rà soát lần nào.');
  const late = sweeps.filter(({ state, daysBehind }) => state !== 'done' || daysBehind > 1).map((one) => one.sweep);
  return late.length ? warn(`Rà soát chưa xong hoặc chậm ngày: ${late.join(', ')}.`) : ok('Rà soát đủ đến hôm nay.');
}

function mail({ mailGateClosed, deliveries, lettersWaiting }: OperationFacts): Verdict {
  if (mailGateClosed) return warn('Cổng thư đang đóng: chưa thư nào rời đi cho đến khi có người mở.');
  const lost = (deliveries.dead ?? 0) + (deliveries.bounced ?? 0);
  const letters = `${lettersWaiting} thư giấy chờ in.`;
  return lost ? warn(`${lost} thư không đến nơi trong 7 ngày; ${letters}`) : ok(letters);
}
