import type { Page } from './browser';
import type { ScreenCase } from './screen-table';

const COMMUNE = 'xa-03388';

/** The first task of the commune's list, as far as `ready`. */
async function open(page: Page, ready: string): Promise<void> {
  await page.tap('.card');
  await page.waitForSelector(ready);
}

/** Every screen of the commune's phone. */
export const COMMUNE_SCREENS: readonly ScreenCase[] = [
  { name: 'commune-sign-in', path: '/xa/', ready: 'input[name=password]', phoneOnly: true },
  { name: 'commune-tasks', login: COMMUNE, path: '/xa/', ready: '.month', phoneOnly: true },
  { name: 'commune-task', login: COMMUNE, path: '/xa/', ready: '.month', pose: (page) => open(page, '.calls'), phoneOnly: true },
  {
    name: 'commune-tips',
    login: COMMUNE,
    path: '/xa/',
    ready: '.month',
    pose: async (page) => {
      await open(page, '.calls');
      await page.tap('summary');
    },
    phoneOnly: true,
  },
  {
    name: 'commune-answer',
    login: COMMUNE,
    path: '/xa/',
    ready: '.month',
    pose: async (page) => {
      await open(page, '.answer');
      await page.tap('.answer');
      await page.waitForSelector('.usual');
    },
    phoneOnly: true,
  },
  {
    name: 'commune-visit',
    login: COMMUNE,
    path: '/xa/',
    ready: '.month',
    pose: async (page) => {
      await open(page, 'a[href^="/xa/tham/"]');
      await page.tap('a[href^="/xa/tham/"]');
      await page.tap('input[value=WORKER_WILL_RETURN]');
      await page.tap('summary >> nth=0');
    },
    phoneOnly: true,
  },
  {
    name: 'commune-household',
    login: COMMUNE,
    path: '/xa/',
    ready: '.month',
    pose: async (page) => {
      await page.tap('.cards a:has-text("Xác nhận hộ nghèo")');
      await page.tap('.deeds summary');
      await page.waitForSelector('input[type=date]');
    },
    phoneOnly: true,
  },
  {
    name: 'commune-assignment',
    login: 'xa-03390',
    path: '/xa/',
    ready: '.month',
    pose: async (page) => {
      await page.tap('.cards a:has-text("Lãnh đạo giao việc")');
      await page.waitForSelector('.deeds .question');
    },
    phoneOnly: true,
  },
  { name: 'commune-people', login: COMMUNE, path: '/xa/lao-dong', ready: '.people', phoneOnly: true },
  {
    name: 'commune-person',
    login: COMMUNE,
    path: '/xa/lao-dong',
    ready: '.people',
    pose: async (page) => {
      await page.tap('.person');
      await page.waitForSelector('.phone-line');
      await page.tap('.phone-line .icon-button');
    },
    phoneOnly: true,
  },
  {
    name: 'commune-fair',
    login: COMMUNE,
    path: '/xa/phien-viec-lam',
    ready: '.fair-people li',
    pose: (page) => page.tap('.fair-person >> nth=0'),
    phoneOnly: true,
  },
  { name: 'commune-add', login: COMMUNE, path: '/xa/them', ready: 'input[name=fullName]', phoneOnly: true },
  { name: 'commune-report', login: COMMUNE, path: '/xa/bao-cao', ready: '.figure-lines div', phoneOnly: true },
  { name: 'commune-register', login: COMMUNE, path: '/xa/so-theo-doi', ready: '.register', phoneOnly: true },
  { name: 'commune-hand-over', login: COMMUNE, path: '/xa/ban-giao', ready: '.sheet', phoneOnly: true },
  { name: 'commune-outbox', login: COMMUNE, path: '/xa/cho-gui', ready: '.sheet', phoneOnly: true },
  { name: 'commune-account', login: COMMUNE, path: '/xa/tai-khoan', ready: 'h2.name', phoneOnly: true },
  { name: 'commune-not-found', login: COMMUNE, path: '/xa/khong-co', ready: '.empty', phoneOnly: true },
];
