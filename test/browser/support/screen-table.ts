import type { Page } from './browser';
import { HOME_WORK_SCREENS } from './home-work-screens';
import { pasteOwnList, pasteReport, sendRegister } from './sent-files';

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
  /** Pasting a sheet is work for a desk: its verdicts stand beyond the right edge of a phone. */
  readonly deskOnly?: true;
}

/** Every screen somebody sees: pictures, accessibility, reflow and steadiness are checked over this list. */
export const SCREEN_TABLE: readonly ScreenCase[] = [
  { name: 'sign-in', path: '/', ready: 'input[name=password]' },
  { name: 'set-password', path: '/dat-mat-khau#bvl_x', ready: 'input[name=again]' },
  { name: 'queue', login: 'trungtam', path: '/', ready: '.queue-row' },
  { name: 'queue-department', login: 'sonoivu', path: '/?nhom=urgent', ready: '.queue-row' },
  { name: 'queue-agency', login: 'dn-anphuc', path: '/', ready: '.queue-row' },
  { name: 'queue-empty', login: 'trungtam', path: '/?nhom=today', ready: '.empty-title' },
  { name: 'loans', login: 'nganhang', path: '/von-vay', ready: '.plain-table tbody tr' },
  { name: 'loans-overdue', login: 'lanhdao', path: '/no-qua-han', ready: '.plain-table tbody tr' },
  { name: 'escrows', login: 'nganhang', path: '/ky-quy', ready: '.plain-table tbody tr, .list-empty' },
  { name: 'debt-classes', login: 'nganhang', path: '/phan-loai-no', ready: '.plain-table, .list-empty, .card' },
  { name: 'loan-checks', login: 'nganhang', path: '/kiem-tra-von', ready: '.plain-table tbody tr' },
  {
    name: 'loan-check-form',
    login: 'nganhang',
    path: '/kiem-tra-von',
    ready: '.plain-table tbody tr',
    pose: async (page) => {
      await page.click('.plain-table tbody button >> nth=0');
      await page.waitForSelector('dialog[open] .main-button');
    },
  },
  { name: 'statements', login: 'nganhang', path: '/nop-sao-ke', ready: '.page-deeds' },
  { name: 'fees', login: 'trungtam', path: '/bang-phi', ready: '.plain-table tbody tr' },
  { name: 'fee-form', login: 'dn-anphuc', path: '/bang-phi?mo=moi', ready: '.fee-line' },
  {
    name: 'fee-sheet',
    login: 'dn-anphuc',
    path: '/bang-phi',
    ready: '.plain-table tbody tr',
    pose: async (page) => {
      await page.click('.plain-table .link-button >> nth=0');
      await page.waitForSelector('dialog .fee-total');
    },
  },
  {
    name: 'case-money',
    login: 'trungtam',
    path: '/thanh-ly',
    ready: '.plain-table tbody tr',
    pose: async (page) => {
      await page.click('.plain-table .link-button >> nth=0');
      const id = new URL(page.url()).searchParams.get('hs');
      await page.goto(new URL(`/ho-so/${id}?muc=tien`, page.url()).href);
      await page.waitForSelector('#escrow-title');
      await page.click('#loan-title + button');
      await page.waitForSelector('dialog .plain-table');
    },
  },
  {
    name: 'supports',
    login: 'sonoivu',
    path: '/ho-tro',
    ready: '.support-funds tbody tr',
    pose: async (page) => {
      await page.waitForSelector('.support-bar');
      await page.click('.demand-table tbody input >> nth=0');
    },
  },
  { name: 'supports-leader', login: 'lanhdao', path: '/ho-tro', ready: '.support-funds tbody tr' },
  { name: 'liquidations', login: 'dn-anphuc', path: '/thanh-ly', ready: '.page-head' },
  { name: 'monthly-report', login: 'trungtam', path: '/bao-cao-thang', ready: '.unit-table tbody tr' },
  {
    name: 'monthly-report-rows',
    login: 'trungtam',
    path: '/bao-cao-thang',
    ready: '.unit-table tbody tr',
    pose: async (page) => {
      await page.click('.figure-table .link-button >> nth=0');
      await page.waitForSelector('.behind-table tbody tr');
    },
  },
  { name: 'settings', login: 'trungtam', path: '/cai-dat', ready: '.tick' },
  { name: 'alerts', login: 'sonoivu', path: '/canh-bao?ho=SUSPECTED_OVERSTAY', ready: '.queue-row' },
  {
    name: 'alert-open',
    login: 'trungtam',
    path: '/canh-bao?quahan=1',
    ready: '.queue-row',
    pose: async (page) => {
      await page.click('.queue-main >> nth=0');
      await page.waitForSelector('.alert-facts');
    },
  },
  {
    name: 'palette',
    login: 'trungtam',
    path: '/',
    ready: '.queue-row',
    pose: async (page) => {
      await page.keyboard.press('Control+k');
      await page.fill('.palette-input', 'nguyen hung');
      await page.waitForSelector('.found');
    },
  },
  {
    name: 'key-sheet',
    login: 'trungtam',
    path: '/',
    ready: '.queue-row',
    pose: async (page) => {
      await page.keyboard.press('?');
      await page.waitForSelector('.key-sheet');
    },
  },
  {
    name: 'bell',
    login: 'trungtam',
    path: '/',
    ready: '.queue-row',
    pose: async (page) => {
      await page.click('.bell-button');
      await page.waitForSelector('.bell-item');
    },
  },
  {
    name: 'queue-answer',
    login: 'trungtam',
    path: '/',
    ready: '.queue-row',
    pose: async (page) => {
      await page.selectOption('.queue-kind select', 'EXPIRY_60');
      await page.waitForURL(/loai=EXPIRY_60/);
      await page.click('.queue-main:has-text("hết hạn") >> nth=0');
      await page.click('.choice >> nth=0');
      await page.waitForSelector('.field-day');
    },
  },
  { name: 'departures', login: 'trungtam', path: '/sap-xuat-canh', ready: '.plain-table' },
  { name: 'scans', login: 'dn-anphuc', path: '/ban-chup', ready: '.scans-drop' },
  { name: 'classes', login: 'trungtam', path: '/lop-hoc', ready: '.plain-table' },
  {
    name: 'class',
    login: 'trungtam',
    path: '/lop-hoc',
    ready: '.plain-table',
    pose: async (page) => {
      await page.click('text=Lớp định hướng số 02');
      await page.waitForSelector('.session-sheet');
    },
  },
  ...HOME_WORK_SCREENS,
  { name: 'cases', login: 'trungtam', path: '/lao-dong', ready: '.grid-name' },
  { name: 'cases-none', login: 'trungtam', path: '/lao-dong?text=khongcoai', ready: '.list-empty' },
  {
    name: 'cases-filters',
    login: 'trungtam',
    path: '/lao-dong?market=JP&endIn=90',
    ready: '.grid-name',
    pose: (page) => page.click('[aria-controls=filter-panel]'),
  },
  {
    name: 'cases-bulk',
    login: 'trungtam',
    path: '/lao-dong?stages=COUNSELLED',
    ready: '.grid-name',
    pose: async (page) => {
      await page.click('[role=columnheader] input');
      await page.click('.selection-bar .main-button');
      await page.waitForSelector('dialog select');
    },
  },
  {
    name: 'case',
    login: 'trungtam',
    path: '/lao-dong?stages=SUSPECTED_OVERSTAY',
    ready: '.grid-name',
    pose: async (page) => {
      await page.click('.grid-name >> nth=0');
      await page.waitForSelector('.timeline-entry');
    },
  },
  {
    name: 'case-household',
    login: 'trungtam',
    path: '/von-vay',
    ready: '.plain-table tbody tr',
    pose: async (page) => {
      await page.click('.plain-table tbody a >> nth=0');
      await page.click('.page-deeds a[href^="/ho-so/"]');
      await page.waitForSelector('.timeline-entry');
      const asked = page.locator('[aria-labelledby=household-title] li');
      const ask = page.locator('[aria-labelledby=household-title] button');
      await asked.or(ask).first().waitFor();
      if (await ask.count()) await ask.click();
      await asked.first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'case-papers',
    login: 'dn-anphuc',
    path: '/lao-dong?stages=CONTRACTED',
    ready: '.grid-name',
    pose: async (page) => {
      await page.click('.grid-name >> nth=0');
      await page.click('#tab-giay-to');
      await page.waitForSelector('.plain-table');
    },
  },
  {
    name: 'case-family',
    login: 'trungtam',
    path: '/lao-dong?stages=SELECTED',
    ready: '.grid-name',
    pose: async (page) => {
      await page.click('.grid-name >> nth=0');
      await page.click('#tab-gia-dinh');
      await page.waitForSelector('[aria-labelledby=relatives-title] .list-empty, [aria-labelledby=relatives-title] li');
    },
  },
  {
    name: 'case-record',
    login: 'trungtam',
    path: '/lao-dong?stages=SELECTED',
    ready: '.grid-name',
    pose: async (page) => {
      await page.click('.grid-name >> nth=0');
      await page.click('.next-step .main-button');
      await page.waitForSelector('dialog .field-day');
    },
  },
  { name: 'demands', login: 'trungtam', path: '/nhu-cau', ready: '.demand-table tbody tr' },
  {
    name: 'demands-list',
    login: 'trungtam',
    path: '/nhu-cau?mo=danh-sach',
    ready: 'dialog textarea',
    pose: async (page) => {
      await page.fill('dialog textarea', 'STT\tHọ và tên\tNăm sinh\tMã xã\tSố căn cước\n1\tLò Văn Thử\t2004\t03388\t\n2\t\t2004\t\t');
      await page.waitForSelector('.list-as-read tbody tr');
    },
  },
  { name: 'demands-hand-over', login: 'trungtam', path: '/nhu-cau?mo=ban-giao', ready: 'dialog form' },
  { name: 'candidates', login: 'dn-anphuc', path: '/ung-vien', ready: '.demand-table tbody tr' },
  { name: 'orders', login: 'trungtam', path: '/don-hang', ready: '.plain-table tbody tr' },
  {
    name: 'order',
    login: 'dn-anphuc',
    path: '/don-hang?trangthai=approved',
    ready: '.plain-table tbody tr',
    pose: (page) => page.click('tbody a >> nth=0').then(() => page.waitForSelector('.order-page tbody tr')),
  },
  {
    name: 'order-decision',
    login: 'sonoivu',
    path: '/don-hang?trangthai=submitted',
    ready: '.plain-table tbody tr',
    pose: (page) => page.click('tbody a >> nth=0').then(() => page.waitForSelector('.order-decision')),
  },
  {
    name: 'order-results',
    login: 'dn-anphuc',
    path: '/don-hang?trangthai=approved',
    ready: '.plain-table tbody tr',
    pose: async (page) => {
      await page.click('tbody a >> nth=0');
      await page.click('button:has-text("Ghi kết quả tuyển")');
      await page.fill('dialog textarea', '012090000001\tĐạt\n012090000002\tĐỗ Văn An');
      await page.waitForSelector('.results-as-read tbody tr');
    },
  },
  { name: 'order-form', login: 'dn-anphuc', path: '/don-hang?mo=moi', ready: 'dialog form' },
  { name: 'order-contracts', login: 'dn-anphuc', path: '/don-hang?mo=hop-dong', ready: '.contract-list li' },
  { name: 'register', login: 'trungtam', path: '/lao-dong/moi', ready: 'form input' },
  { name: 'agencies', login: 'sonoivu', path: '/doanh-nghiep', ready: '.agency-table' },
  {
    name: 'agency',
    login: 'sonoivu',
    path: '/doanh-nghiep',
    ready: '.agency-table',
    pose: async (page) => {
      await page.click('.agency-table .link-button >> nth=0');
      await page.waitForSelector('dialog form');
    },
  },
  { name: 'account-menu', login: 'trungtam', path: '/', ready: 'h1', pose: (page) => page.click('.account > button') },
  { name: 'bulk-report', login: 'dn-anphuc', path: '/cap-nhat', ready: '.cell-grid' },
  { name: 'bulk-report-rows', login: 'dn-anphuc', path: '/cap-nhat', ready: '.cell-grid', pose: pasteReport, deskOnly: true },
  { name: 'differences-start', login: 'dn-anphuc', path: '/khac-biet', ready: '.differences-input textarea' },
  {
    name: 'differences',
    login: 'dn-anphuc',
    path: '/lao-dong?stages=ABROAD',
    ready: '.grid-name',
    pose: async (page) => {
      const people = await page.evaluate(async () => {
        const answer = await fetch('/api/v1/cases?stages=ABROAD&limit=3');
        return ((await answer.json()) as { cases: { code: string; fullName: string }[] }).cases;
      });
      await page.goto(new URL('/khac-biet', page.url()).href);
      await pasteOwnList(page, [
        ...people.map(({ code, fullName }, i) => [code, fullName, `0${i + 1}/02/2025`, '30/11/2031', i === 1 ? '31/02/2026' : '']),
        ['BEZZZZZZZZ', 'Nguyễn Hoàng Phương Uyên Thảo Nguyên', '01/02/2025', '', ''],
        ['12345', 'Lò Văn Sai', '01/02/2025', '', ''],
      ]);
      await page.click('.differing-cells .choice-button >> nth=0');
    },
    deskOnly: true,
  },
  { name: 'import-start', login: 'trungtam', path: '/nhap-du-lieu', ready: '.drop-zone' },
  { name: 'import-header', login: 'trungtam', path: '/nhap-du-lieu', ready: '.drop-zone', pose: (page) => sendRegister(page, 2) },
  { name: 'import-columns', login: 'trungtam', path: '/nhap-du-lieu', ready: '.drop-zone', pose: (page) => sendRegister(page, 3) },
  { name: 'import-mend', login: 'trungtam', path: '/nhap-du-lieu', ready: '.drop-zone', pose: (page) => sendRegister(page, 4) },
  { name: 'import-take', login: 'trungtam', path: '/nhap-du-lieu', ready: '.drop-zone', pose: (page) => sendRegister(page, 5) },
  { name: 'receipts', login: 'dn-anphuc', path: '/bien-nhan', ready: '.list-empty, .plain-table' },
  { name: 'not-found', login: 'trungtam', path: '/khong-co-trang-nay', ready: '.page-state' },
  { name: 'policies', login: 'quantri', path: '/chinh-sach', ready: '.policy-table' },
  { name: 'alert-rules', login: 'sonoivu', path: '/quy-tac-canh-bao', ready: '.policy-table' },
  {
    name: 'rule-proposal',
    login: 'sonoivu',
    path: '/chinh-sach/alert.SUSPECTED_OVERSTAY',
    ready: '.rule-sentences',
    pose: (page) => page.click('.page-deeds .main-button'),
  },
  { name: 'units', login: 'sonoivu', path: '/don-vi?ten=Giang+Ma&ma=03405', ready: '.unit-timeline ol li' },
  { name: 'accounts', login: 'quantri', path: '/nguoi-dung', ready: '.account-table' },
  {
    name: 'accounts-create',
    login: 'quantri',
    path: '/nguoi-dung',
    ready: '.account-table',
    pose: (page) => page.click('.page-deeds .main-button'),
  },
  { name: 'offices', login: 'quantri', path: '/to-chuc', ready: '.account-table' },
  { name: 'audit', login: 'quantri', path: '/nhat-ky', ready: '.audit-table' },
  { name: 'monitor-health', login: 'quantri', path: '/theo-doi', ready: '.findings' },
  { name: 'monitor-sweeps', login: 'trungtam', path: '/theo-doi', ready: 'tbody tr' },
  { name: 'monitor-notices', login: 'trungtam', path: '/theo-doi?xem=notices', ready: 'tbody tr' },
  { name: 'monitor-letters', login: 'trungtam', path: '/theo-doi?xem=letters', ready: '.letter, .list-empty' },
  { name: 'api-keys', login: 'dn-anphuc', path: '/ket-noi-api', ready: '.new-key' },
  { name: 'borrowers', login: 'nganhang', path: '/nguoi-vay', ready: 'tbody tr, .list-empty' },
  { name: 'visitors-home', path: '/cong-khai/', ready: '.doors' },
  { name: 'visitors-lookup', path: '/cong-khai/tra-cuu', ready: 'form' },
  { name: 'visitors-costs', path: '/cong-khai/chi-phi', ready: '.cost' },
  { name: 'visitors-work', path: '/cong-khai/viec-lam', ready: '.fair' },
  { name: 'visitors-fairs', path: '/cong-khai/phien-viec-lam?tinh=12', ready: '.fair' },
  { name: 'visitors-agencies', path: '/cong-khai/doanh-nghiep?ten=An', ready: '.verdict' },
  { name: 'visitors-certificate', path: '/cong-khai/chung-chi', ready: '.visitors-form' },
  { name: 'visitors-warnings', path: '/cong-khai/canh-giac', ready: '.warnings' },
  { name: 'visitors-call', path: '/cong-khai/lien-he', ready: '.phone-line' },
  { name: 'visitors-markets', path: '/cong-khai/thi-truong', ready: '.markets' },
  { name: 'overview', login: 'lanhdao', path: '/tong-quan', ready: '.tile' },
  {
    name: 'overview-commune',
    login: 'sonoivu',
    path: '/tong-quan?soSanh=1',
    ready: '.tile',
    pose: (page) => page.click('.commune-bars button >> nth=0').then(() => page.waitForSelector('.stage-counts li')),
  },
  {
    name: 'overview-assign',
    login: 'lanhdao',
    path: '/tong-quan',
    ready: '.tile',
    pose: async (page) => {
      await page.click('.figure button:has-text("Giao việc") >> nth=0');
      await page.waitForSelector('dialog textarea');
    },
  },
  {
    name: 'overview-given',
    login: 'lanhdao',
    path: '/tong-quan',
    ready: '[aria-labelledby=assignments-title] li',
    pose: (page) => page.locator('[aria-labelledby=assignments-title]').scrollIntoViewIfNeeded(),
  },
  {
    name: 'queue-assignment',
    login: 'trungtam',
    path: '/?loai=LEADER_ASSIGNMENT',
    ready: '.queue-row',
    pose: async (page) => {
      await page.click('.queue-main');
      await page.waitForSelector('.deed blockquote');
    },
  },
  { name: 'targets', login: 'sonoivu', path: '/chi-tieu', ready: '.targets-table' },
];
