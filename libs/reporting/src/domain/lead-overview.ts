import type { LocalDate } from '@app/kernel';

/** Exits beside what was planned. `expected`: the target's part for the days of the year gone by. `rows`: query of the case list that shows exactly these people. */
export interface ExitFigures {
  readonly actual: number;
  readonly target: number | null;
  readonly expected: number | null;
  /** The same days of the year before. */
  readonly lastYear: number;
  readonly rows: string;
}

/** A part of a whole: never a percentage without its n. */
export interface Share {
  readonly part: number;
  readonly of: number;
  readonly rows: string;
}

export interface OverstayFigures {
  /** Confirmed on a document by a second person. */
  readonly confirmed: Share;
  /** Return not confirmed: a question, not a verdict. */
  readonly unconfirmed: Share;
}

/** Everything one page of a leader shows, in numbers and without names. */
export interface LeadOverview {
  readonly year: number;
  /** Last day counted: today, or the last of a year gone by. */
  readonly until: LocalDate;
  readonly asOf: Date;
  readonly exits: ExitFigures;
  /** Exits with the certificate of orientation proven. */
  readonly orientation: Share & { readonly missing: Share };
  readonly overstay: OverstayFigures;
  /** `cluster`: the former district most of the commune lay in; null where none is recorded. */
  readonly communes: readonly ({ readonly communeCode: string; readonly name: string; readonly cluster: string | null } & ExitFigures & {
      readonly overstay: OverstayFigures;
      readonly updated: boolean;
    })[];
  readonly markets: readonly {
    readonly market: string;
    readonly exits: number;
    readonly rows: string;
    readonly overstay: OverstayFigures;
  }[];
  readonly agencies: readonly {
    readonly agencyId: string;
    readonly name: string;
    readonly exits: number;
    readonly rows: string;
    readonly onTime: Omit<Share, 'rows'>;
    readonly updated: boolean;
  }[];
  /** Each step holds all who came at least so far: `listed`, whom `rows` opens, and those who went this year (the last step: these alone). */
  readonly funnel: readonly {
    readonly step: string;
    readonly title: string;
    readonly people: number;
    readonly listed: number;
    readonly rows: string;
  }[];
  readonly months: readonly { readonly month: number; readonly actual: number; readonly plan: number | null; readonly rows: string }[];
  readonly freshness: {
    readonly days: number;
    readonly communes: Omit<Share, 'rows'>;
    readonly agencies: Omit<Share, 'rows'>;
  };
}

/** The part of a year's target that a steady year would have reached by a day; whole people, rounded. */
export function expectedBy(target: number | null, year: number, until: LocalDate): number | null {
  if (target === null) return null;
  const days = (Date.parse(`${until}T00:00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000 + 1;
  const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
  return Math.round((target * Math.min(days, length)) / length);
}

/** A year's target by month: twelve whole numbers that add up to it. */
export function monthlyPlan(target: number | null): (number | null)[] {
  return Array.from({ length: 12 }, (_, i) =>
    target === null ? null : Math.round((target * (i + 1)) / 12) - Math.round((target * i) / 12),
  );
}
