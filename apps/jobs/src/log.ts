/** Injection token of the process log. */
export const LOG = Symbol('log');
