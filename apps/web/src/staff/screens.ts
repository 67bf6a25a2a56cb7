import type { ComponentType } from 'react';

export type StaffRole = 'centre_staff' | 'department_officer' | 'agency_clerk' | 'bank_officer' | 'leader' | 'administrator';

/** What the left bar is divided into: the day, before the exit, figures, money, files, the office itself. */
export type MenuPart = 'daily' | 'leaving' | 'figures' | 'money' | 'files' | 'office';

export interface Screen {
  /** Address, with parameters as `$caseId`. */
  readonly path: string;
  /** Who may open it; the API decides again. */
  readonly roles: readonly StaffRole[];
  /** Word of the `shell` area for menu, title and palette; the same everywhere. */
  readonly word: ScreenWord;
  /** Its part of the left bar, in this order; absent: reached from elsewhere. */
  readonly menu?: MenuPart;
  readonly load: () => Promise<{ Screen: ComponentType }>;
}

export type ScreenWord = keyof typeof import('../language/vi/shell.json');

/** Every screen of the staff app in the order of the menu; who has no queue begins at the first screen of the own menu. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'bank_officer', 'leader', 'administrator'],
    word: 'screen.home',
    menu: 'daily',
    load: () => import('./screens/home/home-screen'),
  },
  {
    path: '/canh-bao',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.alerts',
    menu: 'daily',
    load: () => import('./screens/alerts/alerts-screen'),
  },
  {
    path: '/lao-dong',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.cases',
    menu: 'daily',
    load: () => import('./screens/cases/cases-screen'),
  },
  {
    path: '/lao-dong/moi',
    roles: ['centre_staff'],
    word: 'screen.register',
    load: () => import('./screens/register/register-screen'),
  },
  {
    path: '/nguoi/$workerId',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.person',
    load: () => import('./screens/person/person-screen'),
  },
  {
    path: '/ho-so/$caseId',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.case',
    load: () => import('./screens/case/case-screen'),
  },
  {
    path: '/nguoi-ve-nuoc',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.returnees',
    menu: 'daily',
    load: () => import('./screens/returnees/returnees-screen'),
  },
  {
    path: '/nguoi-ve-nuoc/$workerId',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.returnee',
    load: () => import('./screens/returnees/returnee-screen'),
  },
  {
    path: '/viec-tuyen',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.openings',
    load: () => import('./screens/openings/openings-screen'),
  },
  {
    path: '/sap-xuat-canh',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.departures',
    menu: 'leaving',
    load: () => import('./screens/departures/departures-screen'),
  },
  {
    path: '/nhu-cau',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.demands',
    menu: 'leaving',
    load: () => import('./screens/demands/demands-screen'),
  },
  {
    path: '/ung-vien',
    roles: ['agency_clerk'],
    word: 'screen.candidates',
    menu: 'leaving',
    load: () => import('./screens/candidates/candidates-screen'),
  },
  {
    path: '/don-hang',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.orders',
    menu: 'leaving',
    load: () => import('./screens/orders/orders-screen'),
  },
  {
    path: '/don-hang/$orderId',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.order',
    load: () => import('./screens/orders/order-screen'),
  },
  {
    path: '/doanh-nghiep',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.agencies',
    menu: 'leaving',
    load: () => import('./screens/agencies/agencies-screen'),
  },
  {
    path: '/lop-hoc',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.classes',
    menu: 'leaving',
    load: () => import('./screens/classes/classes-screen'),
  },
  {
    path: '/lop-hoc/$classId',
    roles: ['centre_staff', 'department_officer', 'agency_clerk'],
    word: 'screen.class',
    load: () => import('./screens/class/class-screen'),
  },
  {
    path: '/phien-viec-lam',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.fairs',
    menu: 'leaving',
    load: () => import('./screens/fairs/fairs-screen'),
  },
  {
    path: '/phien-viec-lam/$fairId',
    roles: ['centre_staff', 'department_officer'],
    word: 'screen.fair',
    load: () => import('./screens/fairs/fair-screen'),
  },
  {
    path: '/ban-chup',
    roles: ['centre_staff', 'agency_clerk'],
    word: 'screen.scans',
    menu: 'leaving',
    load: () => import('./screens/scans/scans-screen'),
  },
  {
    path: '/tong-quan',
    roles: ['leader', 'department_officer', 'centre_staff'],
    word: 'screen.overview',
    menu: 'figures',
    load: () => import('./screens/overview/overview-screen'),
  },
  {
    path: '/bao-cao-thang',
    roles: ['leader', 'department_officer', 'centre_staff'],
    word: 'screen.monthlyReport',
    menu: 'figures',
    load: () => import('./screens/monthly-report/monthly-report-screen'),
  },
  {
    path: '/chi-tieu',
    roles: ['leader', 'department_officer', 'centre_staff'],
    word: 'screen.targets',
    menu: 'figures',
    load: () => import('./screens/targets/targets-screen'),
  },
  {
    path: '/von-vay',
    roles: ['bank_officer', 'centre_staff'],
    word: 'screen.loans',
    menu: 'money',
    load: () => import('./screens/loans/loans-screen'),
  },
  {
    path: '/von-vay/$loanId',
    roles: ['bank_officer', 'centre_staff'],
    word: 'screen.loan',
    load: () => import('./screens/loans/loan-screen'),
  },
  {
    path: '/nop-sao-ke',
    roles: ['bank_officer'],
    word: 'screen.statements',
    menu: 'money',
    load: () => import('./screens/bank/statements-screen'),
  },
  {
    path: '/chua-khop',
    roles: ['bank_officer'],
    word: 'screen.bankLines',
    menu: 'money',
    load: () => import('./screens/bank/bank-lines-screen'),
  },
  {
    path: '/no-qua-han',
    roles: ['bank_officer', 'leader', 'department_officer', 'centre_staff'],
    word: 'screen.overdueLoans',
    menu: 'money',
    load: () => import('./screens/loans/overdue-screen'),
  },
  {
    path: '/kiem-tra-von',
    roles: ['bank_officer'],
    word: 'screen.loanChecks',
    menu: 'money',
    load: () => import('./screens/loan-checks/loan-checks-screen'),
  },
  {
    path: '/ky-quy',
    roles: ['bank_officer'],
    word: 'screen.escrows',
    menu: 'money',
    load: () => import('./screens/escrows/escrows-screen'),
  },
  {
    path: '/phan-loai-no',
    roles: ['bank_officer'],
    word: 'screen.debtClasses',
    menu: 'money',
    load: () => import('./screens/debt-classes/debt-classes-screen'),
  },
  {
    path: '/bang-phi',
    roles: ['agency_clerk', 'centre_staff', 'department_officer'],
    word: 'screen.fees',
    menu: 'money',
    load: () => import('./screens/fees/fees-screen'),
  },
  {
    path: '/ho-tro',
    roles: ['centre_staff', 'department_officer', 'leader'],
    word: 'screen.supports',
    menu: 'money',
    load: () => import('./screens/supports/supports-screen'),
  },
  {
    path: '/thanh-ly',
    roles: ['agency_clerk', 'centre_staff', 'department_officer'],
    word: 'screen.liquidation',
    menu: 'money',
    load: () => import('./screens/liquidation/liquidation-screen'),
  },
  {
    path: '/nguoi-vay',
    roles: ['bank_officer'],
    word: 'screen.borrowers',
    menu: 'money',
    load: () => import('./screens/borrowers/borrowers-screen'),
  },
  {
    path: '/nhap-du-lieu',
    roles: ['centre_staff', 'agency_clerk'],
    word: 'screen.import',
    menu: 'files',
    load: () => import('./screens/import/import-screen'),
  },
  {
    path: '/cap-nhat',
    roles: ['agency_clerk'],
    word: 'screen.bulk',
    menu: 'files',
    load: () => import('./screens/bulk-report/bulk-report-screen'),
  },
  {
    path: '/khac-biet',
    roles: ['agency_clerk'],
    word: 'screen.differences',
    menu: 'files',
    load: () => import('./screens/differences/differences-screen'),
  },
  {
    path: '/bien-nhan',
    roles: ['agency_clerk', 'centre_staff', 'department_officer'],
    word: 'screen.receipts',
    menu: 'files',
    load: () => import('./screens/receipts/receipts-screen'),
  },
  {
    path: '/bien-nhan/$batchId',
    roles: ['agency_clerk', 'centre_staff', 'department_officer'],
    word: 'screen.receipt',
    load: () => import('./screens/receipts/receipt-screen'),
  },
  {
    path: '/chinh-sach',
    roles: ['administrator', 'department_officer', 'centre_staff'],
    word: 'screen.policies',
    menu: 'office',
    load: () => import('./screens/policies/policies-screen'),
  },
  {
    path: '/chinh-sach/$ruleKey',
    roles: ['administrator', 'department_officer', 'centre_staff'],
    word: 'screen.rule',
    load: () => import('./screens/policies/rule-screen'),
  },
  {
    path: '/quy-tac-canh-bao',
    roles: ['administrator', 'department_officer', 'centre_staff'],
    word: 'screen.alertRules',
    menu: 'office',
    load: () => import('./screens/policies/alert-rules-screen'),
  },
  {
    path: '/don-vi',
    roles: ['administrator', 'department_officer', 'centre_staff'],
    word: 'screen.units',
    menu: 'office',
    load: () => import('./screens/units/units-screen'),
  },
  {
    path: '/nguoi-dung',
    roles: ['administrator'],
    word: 'screen.accounts',
    menu: 'office',
    load: () => import('./screens/accounts/accounts-screen'),
  },
  {
    path: '/to-chuc',
    roles: ['administrator'],
    word: 'screen.offices',
    menu: 'office',
    load: () => import('./screens/offices/offices-screen'),
  },
  {
    path: '/nhat-ky',
    roles: ['administrator', 'department_officer'],
    word: 'screen.audit',
    menu: 'office',
    load: () => import('./screens/audit/audit-screen'),
  },
  {
    path: '/ket-noi-api',
    roles: ['agency_clerk'],
    word: 'screen.apiKeys',
    menu: 'office',
    load: () => import('./screens/api-keys/api-keys-screen'),
  },
  {
    path: '/theo-doi',
    roles: ['centre_staff', 'department_officer', 'administrator'],
    word: 'screen.monitor',
    menu: 'office',
    load: () => import('./screens/monitor/monitor-screen'),
  },
  {
    path: '/cai-dat',
    roles: ['centre_staff', 'department_officer', 'agency_clerk', 'bank_officer', 'leader', 'administrator'],
    word: 'screen.settings',
    load: () => import('./screens/settings/settings-screen'),
  },
];

export const screensOf = (role: string): readonly Screen[] => SCREENS.filter(({ roles }) => (roles as readonly string[]).includes(role));
