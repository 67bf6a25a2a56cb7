/** Limits of signing in and of sessions: the value of the policy row `login.limits`; fields it leaves out keep these. */
export interface LoginLimits {
  /** Wrong tries of one login from one address before waiting begins. */
  readonly freeTries: number;
  /** First wait in seconds; doubles with each further wrong try. */
  readonly delaySeconds: number;
  readonly maxDelaySeconds: number;
  /** Wrong tries of one login per 24 hours, over all addresses that never signed in with it. */
  readonly triesPerAccountPerDay: number;
  /** Wrong tries from one address per hour, over all logins. */
  readonly triesPerAddressPerHour: number;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** Life of a one-time link that sets a password. */
  readonly linkHours: number;
}

export const LOGIN_LIMITS_KEY = 'login.limits';

/** In force while no policy row says otherwise (OWASP ASVS 5.0, 6.3 and 7.3: at most 100 tries an hour, idle and absolute end of sessions). */
export const DEFAULT_LOGIN_LIMITS: LoginLimits = {
  freeTries: 5,
  delaySeconds: 30,
  maxDelaySeconds: 3_600,
  triesPerAccountPerDay: 50,
  triesPerAddressPerHour: 60,
  sessionIdleMinutes: 120,
  sessionHours: 12,
  linkHours: 72,
};

/** The policy value over the defaults; anything but a positive whole number counts as absent. */
export function decideLoginLimits(value: unknown): LoginLimits {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const keys = Object.keys(DEFAULT_LOGIN_LIMITS) as (keyof LoginLimits)[];
  const chosen = keys.map((key) => [key, isCount(given[key]) ? given[key] : DEFAULT_LOGIN_LIMITS[key]]);
  return Object.fromEntries(chosen) as unknown as LoginLimits;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
