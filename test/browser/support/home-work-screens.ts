import type { ScreenCase } from './screen-table';

/** Job fairs, people who came back and the openings they are referred to. */
export const HOME_WORK_SCREENS: readonly ScreenCase[] = [
  { name: 'fairs', login: 'trungtam', path: '/phien-viec-lam', ready: '.plain-table' },
  {
    name: 'fair',
    login: 'trungtam',
    path: '/phien-viec-lam',
    ready: '.plain-table',
    pose: async (page) => {
      await page.click('.fair-name a >> nth=0');
      await page.waitForSelector('.fair-communes');
    },
  },
  {
    name: 'fair-form',
    login: 'trungtam',
    path: '/phien-viec-lam',
    ready: '.plain-table',
    pose: async (page) => {
      await page.click('.page-deeds .main-button');
      await page.waitForSelector('dialog form');
    },
  },
  { name: 'returnees', login: 'trungtam', path: '/nguoi-ve-nuoc?viec=all', ready: '.returnee-table tbody tr' },
  {
    name: 'returnee',
    login: 'trungtam',
    path: '/nguoi-ve-nuoc?viec=waiting',
    ready: '.returnee-table tbody tr',
    pose: async (page) => {
      await page.click('.returnee-name a >> nth=0');
      await page.waitForSelector('.fitting-list li');
      await page.click('.outcome-form button >> nth=1');
      await page.waitForSelector('.outcome-form select');
    },
  },
  {
    name: 'returnee-profile',
    login: 'trungtam',
    path: '/nguoi-ve-nuoc',
    ready: '.returnee-table tbody tr',
    pose: async (page) => {
      await page.click('.returnee-name a >> nth=0');
      await page.waitForSelector('.fitting-list li');
      await page.click('.page-deeds button');
      await page.waitForSelector('dialog form');
    },
  },
  { name: 'openings', login: 'trungtam', path: '/viec-tuyen', ready: '.plain-table tbody tr' },
  {
    name: 'opening-form',
    login: 'trungtam',
    path: '/viec-tuyen',
    ready: '.plain-table tbody tr',
    pose: async (page) => {
      await page.click('.page-deeds .main-button');
      await page.waitForSelector('dialog form');
    },
  },
];
