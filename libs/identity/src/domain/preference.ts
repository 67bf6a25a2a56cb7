/** What an account may keep for its screens. A key that is not listed is refused, so that nothing else is ever stored here. */
export const PREFERENCE_KEYS = ['columns', 'density', 'theme', 'language', 'shortcuts', 'sidebar'] as const;
export type PreferenceKey = (typeof PREFERENCE_KEYS)[number];

/** Bytes of one value as JSON. */
export const PREFERENCE_MAX_BYTES = 8_192;

/** A kept filter. `own`: of the account that asks; `query`: the address behind the question mark. */
export interface SavedView {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly author: string;
}

export type NewView = Pick<SavedView, 'screen' | 'name' | 'query' | 'shared'>;

/** Views one account may keep. */
export const MOST_VIEWS = 100;
