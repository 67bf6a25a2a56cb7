/** One dated story: what is known of a case from which day on, the days the sweep ran, what each run must add and close. */
export interface Scenario {
  name: string;
  case: ScenarioFacts;
  /** Changes by the day they were reported; `visit`: a visit to the family. */
  events?: { on: string; set?: Partial<ScenarioFacts>; visit?: { next?: string } }[];
  runs: { asOf: string; raised?: ExpectedAlert[]; closed?: { rule: string; target: string; reason: string }[] }[];
}

export interface ScenarioFacts {
  stage?: string;
  legalForm?: string | null;
  market?: string | null;
  /** Key of the agency; null: a programme without one. */
  agency?: string | null;
  /** Today's commune; null: divided, nobody has chosen yet. */
  commune?: string | null;
  consent?: boolean;
  departedOn?: string | null;
  contractEnd?: string | null;
  stayUntil?: string | null;
  returnedOn?: string | null;
  abscondedOn?: string | null;
  learntOn?: string;
  selectedOn?: string | null;
  plannedExitOn?: string | null;
  certificateUntil?: string | null;
  passportUntil?: string | null;
  /** A border pass, in place of a passport. */
  passUntil?: string | null;
  healthUntil?: string | null;
  /** Clocks of money that run, as `FAMILY yyyy-mm-dd`. */
  clocks?: readonly string[];
}

export interface ExpectedAlert {
  rule: string;
  target: string;
  /** `COMMUNE:03390`, `ESC:12`, `SO:12`, `AGENCY:BV`, `FAMILY`, `WORKER`; `COMMUNE:?` = commune not chosen yet. */
  to: string[];
  /** Default open. */
  state?: 'open' | 'closed' | 'superseded';
  estimated?: boolean;
}

/** Where every story begins unless it says otherwise. */
export const USUAL: Required<ScenarioFacts> = {
  stage: 'ABROAD',
  legalForm: 'SERVICE',
  market: 'JP',
  agency: 'BV',
  commune: '03390',
  consent: false,
  departedOn: '2023-07-03',
  contractEnd: '2026-06-30',
  stayUntil: null,
  returnedOn: null,
  abscondedOn: null,
  learntOn: '2023-07-05',
  selectedOn: null,
  plannedExitOn: null,
  certificateUntil: null,
  passportUntil: null,
  passUntil: null,
  healthUntil: null,
  clocks: [],
};
