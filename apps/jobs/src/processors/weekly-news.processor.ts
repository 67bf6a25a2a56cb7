import type { JobProcessor } from '@app/platform';
import { TellWeeklyNews } from '@app/reporting';
import { Injectable } from '@nestjs/common';

/** Every morning: leaders who have not got this week's news yet are owed it. */
@Injectable()
export class WeeklyNewsProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'weekly-news';

  constructor(private readonly news: TellWeeklyNews) {}

  async process(): Promise<void> {
    await this.news.run();
  }
}
