import { ActorOfLogin } from '@app/identity';
import { addDays, type LocalDate } from '@app/kernel';
import { KeepOpenings, type OpeningTerms, ReferPeople, Returnees, type ReturnWish, type SavingsWish } from '@app/placement';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';

type Offer = Pick<OpeningTerms, 'firm' | 'occupation' | 'place' | 'places' | 'wageFrom' | 'wageTo' | 'language'>;

const OFFERS: readonly Offer[] = [
  {
    firm: 'Công ty Cơ khí Bình Minh (mẫu)',
    occupation: 'Thợ hàn',
    place: 'Cụm công nghiệp',
    places: 3,
    wageFrom: 9_000_000,
    wageTo: 12_000_000,
    language: null,
  },
  {
    firm: 'Công ty Chè Mây Trắng (mẫu)',
    occupation: 'Vận hành dây chuyền chế biến',
    place: 'Nhà máy chè',
    places: 6,
    wageFrom: 7_500_000,
    wageTo: 9_000_000,
    language: null,
  },
  {
    firm: 'Công ty Điện tử Hàn Việt (mẫu)',
    occupation: 'Tổ trưởng sản xuất',
    place: 'Khu công nghiệp',
    places: 2,
    wageFrom: 14_000_000,
    wageTo: null,
    language: 'KO',
  },
  {
    firm: 'Trung tâm Ngoại ngữ Sao Mai (mẫu)',
    occupation: 'Trợ giảng tiếng Nhật',
    place: 'Phường trung tâm',
    places: 1,
    wageFrom: 8_000_000,
    wageTo: null,
    language: 'JA',
  },
  {
    firm: 'Công ty Xây dựng Sông Đà (mẫu)',
    occupation: 'Công nhân xây dựng',
    place: 'Công trường thủy điện',
    places: 10,
    wageFrom: 8_500_000,
    wageTo: 11_000_000,
    language: null,
  },
  {
    firm: 'Công ty May Hoa Ban (mẫu)',
    occupation: 'Công nhân may',
    place: 'Xưởng may',
    places: 15,
    wageFrom: 6_500_000,
    wageTo: 8_000_000,
    language: null,
  },
  {
    firm: 'Viện dưỡng lão An Lành (mẫu)',
    occupation: 'Chăm sóc người già',
    place: 'Viện dưỡng lão',
    places: 4,
    wageFrom: 9_500_000,
    wageTo: null,
    language: 'JA',
  },
];

const SAID: readonly { occupation: string; wish: ReturnWish; savings: SavingsWish }[] = [
  { occupation: 'Hàn xì', wish: 'LOCAL_JOB', savings: 'HOUSE' },
  { occupation: 'Chế biến thực phẩm', wish: 'LOCAL_JOB', savings: 'DEBT' },
  { occupation: 'Xây dựng', wish: 'OWN_BUSINESS', savings: 'FARM' },
  { occupation: 'Chăm sóc người già', wish: 'GO_AGAIN', savings: 'SAVE' },
];

/** Openings of firms, what some of those who came back said, and three referrals: one taken, one declined, one whose outcome is open. */
export async function offerWork(app: INestApplicationContext, today: LocalDate, communes: readonly string[]): Promise<void> {
  const centre = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  const openings: string[] = [];
  for (const [i, offer] of OFFERS.entries()) {
    const terms = { ...offer, communeCode: communes[i * 3] ?? null, until: addDays(today, 20 + i * 9), contact: null, note: null };
    openings.push((await app.get(KeepOpenings).open(centre, { ...terms, requestId: `demo:opening:${i}` })).openingId);
  }
  const { people } = await app.get(Returnees).list(centre, { limit: 12 });
  for (const [i, said] of SAID.entries()) {
    const one = people[i * 2];
    if (!one) continue;
    await app.get(Returnees).keepProfile(centre, {
      ...said,
      workerId: one.workerId,
      recordedOn: today,
      language: null,
      languageLevel: null,
      note: null,
      requestId: `demo:profile:${i}`,
    });
  }
  const outcomes = [{ outcome: 'taken', reason: null } as const, { outcome: 'declined', reason: 'FAR' } as const, undefined];
  for (const [i, answer] of outcomes.entries()) {
    const [one, openingId] = [people[i * 2], openings[i]];
    if (!one || !openingId) continue;
    const { referralId } = await app.get(ReferPeople).run(centre, { openingId, workerId: one.workerId, requestId: `demo:referral:${i}` });
    if (answer) await app.get(ReferPeople).answer(centre, { referralId, ...answer, note: null, requestId: `demo:outcome:${i}` });
  }
}
