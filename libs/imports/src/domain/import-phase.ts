/** Where a file stands that the background program takes in. */
export const IMPORT_PHASES = ['waiting', 'reading', 'checking', 'writing', 'done', 'failed', 'cancelled'] as const;
export type ImportPhase = (typeof IMPORT_PHASES)[number];

/** Nothing more happens to a file in one of these. */
export const ENDED_PHASES: readonly ImportPhase[] = ['done', 'failed', 'cancelled'];

/** About two thousand rows of a register: beyond, nobody should have to keep a connection open for the answer. */
export const LARGE_FILE_BYTES = 350_000;

/** A file somebody may have forgotten is tried so often; then its sender is told. */
export const MOST_ATTEMPTS = 5;
