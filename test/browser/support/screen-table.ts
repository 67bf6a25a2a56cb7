import type { Page } from './browser';

export interface ScreenCase {
  /** File name of its pictures. */
  readonly name: string;
  /** Account of the demo; absent: nobody is signed in. */
  readonly login?: string;
  readonly path: string;
  /** Drawn when this is there. */
  readonly ready: string;
  /** Brings the screen into the state that is looked at, after `ready`. */
  readonly pose?: (page: Page) => Promise<unknown>;
  /** Only drawn on phones (the commune's app). */
  readonly phoneOnly?: true;
}

/** Every screen somebody sees: pictures, accessibility, reflow and steadiness are checked over this list. */
export const SCREEN_TABLE: readonly ScreenCase[] = [
  { name: 'sign-in', path: '/', ready: 'input[name=password]' },
  { name: 'set-password', path: '/dat-mat-khau#bvl_x', ready: 'input[name=again]' },
  { name: 'home-centre', login: 'trungtam', path: '/', ready: 'h1' },
  { name: 'account-menu', login: 'trungtam', path: '/', ready: 'h1', pose: (page) => page.click('.account > button') },
  { name: 'not-found', login: 'trungtam', path: '/khong-co-trang-nay', ready: '.page-state' },
];
