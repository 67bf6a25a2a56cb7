import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DomainError, localDate } from '@app/kernel';
import { AppConfig } from '@app/platform';
import { type Command, UsageError } from '../command';
import { seedDemo } from '../demo/seed-demo';
import { openApplication } from '../open-context';

const PEOPLE: Readonly<Record<string, number>> = { small: 500, province: 5_000 };
/** For people who type it themselves; the launcher brings a random one. */
const PASSWORD = 'bến về đón người';

/** Invented people of one province around every edge of the rules. Refused in production and where a real organisation exists. */
export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo seed [--size small|province] [--password-file <file>]   invented people, cases and alerts of one province',
  async run({ argv, config }) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { size: { type: 'string', default: 'small' }, 'password-file': { type: 'string' } },
    });
    const people = PEOPLE[values.size];
    if (positionals[0] !== 'seed' || positionals.length > 1) throw new UsageError('Say what to do: demo seed.');
    if (!people) throw new UsageError(`--size is small or province; a nation for measurements is made by npm run bench.`);
    if (config.BENVE_MODE === 'production')
      throw new DomainError('refused', 'DEMO_REFUSED', 'Hệ thống đang chạy thật (BENVE_MODE=production): không tạo dữ liệu mẫu.');
    const password = values['password-file'] ? readFileSync(values['password-file'], 'utf8').trim() : PASSWORD;
    const open = (day: string, role: 'jobs' | 'api' = 'jobs') =>
      openApplication(role, Object.assign(new AppConfig(), config, { BENVE_TODAY: day }));
    const seeded = await seedDemo({ people, today: localDate(config.BENVE_TODAY ?? todayInHanoi()), password, open });
    const { workers, cases, facts, alerts, communes } = seeded;
    return {
      json: seeded,
      text: `${communes} communes, ${workers} people, ${cases} cases, ${facts} facts reported, ${alerts} alerts raised.\nPassword of every demo account: ${password}`,
    };
  },
};

function todayInHanoi(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
