import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './browser';

const FOLDER = join(__dirname, '../../../.data/browser');

export interface Budget {
  /** Role and number of the task, e.g. `centre-2`. */
  readonly task: string;
  readonly what: string;
  /** Clicks and taps, and commands by keyboard (a shortcut, Enter on a choice). Typing text is free. */
  readonly clicks: number;
  readonly keys?: number;
}

export interface Outcome extends Budget {
  readonly usedClicks: number;
  readonly usedKeys: number;
  readonly seconds: number;
  readonly inside: boolean;
}

/** One task of one person, counted as a person would count it: every click, tap and command. */
export class Journey {
  private clicks = 0;
  private keys = 0;
  private readonly began = Date.now();

  constructor(
    private readonly page: Page,
    private readonly budget: Budget,
  ) {}

  async click(target: string): Promise<void> {
    this.clicks++;
    await this.page.click(target);
  }

  async tap(target: string): Promise<void> {
    this.clicks++;
    await this.page.tap(target);
  }

  /** A command by keyboard. */
  async press(key: string): Promise<void> {
    this.keys++;
    await this.page.keyboard.press(key);
  }

  /** Text typed where the focus is, or into a field that a click opened. */
  async type(text: string, target?: string): Promise<void> {
    if (target) await this.page.fill(target, text);
    else await this.page.keyboard.type(text);
  }

  /** Ends the task: keeps the numbers as JSON and says whether they are inside the budget. */
  done(): Outcome {
    const { clicks, keys = 0 } = this.budget;
    const outcome: Outcome = {
      ...this.budget,
      usedClicks: this.clicks,
      usedKeys: this.keys,
      seconds: Math.round((Date.now() - this.began) / 100) / 10,
      inside: this.clicks <= clicks && this.keys <= keys,
    };
    keepResult(`journey-${this.budget.task}`, outcome);
    return outcome;
  }
}

/** Numbers of a run, one JSON file each in an ignored folder. */
export function keepResult(name: string, result: unknown): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
