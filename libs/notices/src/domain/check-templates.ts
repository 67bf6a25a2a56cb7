import { localDate } from '@app/kernel';
import { FORBIDDEN_IN_NOTICES } from './forbidden-words';
import type { NoticeContent } from './notice-content';
import { renderLetter } from './render-letter';
import { renderMail } from './render-mail';
import { renderWeekly, WEEKLY_CODES } from './weekly-news';

const KINDS = [
  'EXPIRY_180',
  'EXPIRY_7',
  'RETURN_UNCONFIRMED_0',
  'SUSPECTED_OVERSTAY',
  'PERSUASION_DUE',
  'OVERSTAY_90',
  'ABSCONDED_REPORT',
  'SEASONAL_EXPIRY_14',
  'LAISSEZ_PASSER_3',
  'RESIDENCE_NOTICE',
  'WAIT_180_180',
  'CERT_24M_0',
  'PASSPORT_180',
  'HEALTH_30',
  'DB_UPDATE_5',
  'END_UNKNOWN_5',
  'LOAN_DECISION_0',
  'INSTALMENT_OVER_30',
  'EPS_ESCROW_35_35',
  'LIQUIDATION_180_180',
  'REFUND_DUE_OVER_1',
  'DEPARTURE',
  'EXTENSION',
  'RETURN',
  'NOT_GOING',
  'TRANSFER',
  'CONTRACT_ENDED',
  'LEFT_WORKPLACE',
  'OUT_OF_CONTACT',
  'IN_CONTACT',
  'DEATH',
  'CORRECTION',
  'SOMETHING_NEW',
];
/** Asked of an office about itself. */
const OF_OFFICES = ['MONTHLY_UPDATE_10', 'LICENCE_END_30', 'PERMISSION_END_7', 'SUPPLY_END_30'];

/** Renders every template once; throws when one fails or carries a forbidden word. The background program runs it at its start. */
export function checkTemplates(): void {
  const day = localDate('2026-11-24');
  const items = [
    ...KINDS.flatMap((kind) => [true, false].map((verifying) => ({ kind, caseCode: 'A2B3C4D5E6', dueOn: day, verifying }))),
    ...OF_OFFICES.map((kind) => ({ kind, caseCode: null, dueOn: day, verifying: false })),
  ];
  const weekly = renderWeekly({
    office: 'Sở Nội vụ',
    monday: day,
    lines: WEEKLY_CODES.map((code) => ({ code, now: 2, before: 1, of: 38 })),
    site: 'https://benve.example',
  });
  refuseWords([weekly.subject, weekly.text, weekly.html]);
  for (const kind of ['digest', 'urgent'] as const) {
    const content: NoticeContent = { kind, office: 'UBND xã', day, link: 'https://benve.example/cong-viec', items };
    const mail = renderMail(content);
    const letter = renderLetter({
      ...content,
      issuer: 'Trung tâm',
      superior: 'Sở Nội vụ',
      place: 'Tỉnh',
      printedOn: day,
    });
    refuseWords([mail.subject, mail.text, mail.html, letter]);
  }
}

function refuseWords(texts: readonly string[]): void {
  for (const text of texts)
    for (const forbidden of FORBIDDEN_IN_NOTICES) if (forbidden.test(text)) throw new Error(`a notice template says ${forbidden.source}`);
}
