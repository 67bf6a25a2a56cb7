import { ActorOfLogin } from '@app/identity';
import { type Actor, addDays, addMonths, type LocalDate, newId } from '@app/kernel';
import { HandleLoan, LoanChecks, LoanQueries, ReferBorrowers, TakeStatement } from '@app/loans';
import { TransactionRunner } from '@app/platform';
import { KeepEscrow } from '@app/settlement';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DEMO_LOGINS } from './demo-organisations';
import type { DemoWorld } from './demo-world';

const LENT = 24;
const REFERRED = 12;
const EVERY_MONTHS = 6;
const TERM_MONTHS = 36;

/**
 * Loans of people who left, as the bank's statement of last month brings them, a few with a late instalment; and people
 * the centre has just sent to the bank.
 * @param door the API's side: people write under its rights
 */
export async function seedLoans(
  app: INestApplicationContext,
  door: INestApplicationContext,
  { cases, ids, people }: DemoWorld,
  today: LocalDate,
): Promise<void> {
  const from = `${addMonths(today, -1).slice(0, 7)}-01` as LocalDate;
  const has = (number: number, kind: string) => cases[number]!.facts.some((fact) => fact.kind === kind);
  const gone = cases.flatMap((one, number) => (ids[number] && has(number, 'DEPARTED') ? [people[one.person]!] : [])).slice(0, LENT);
  const bank = await app.get(ActorOfLogin).get(DEMO_LOGINS.bank);
  await door.get(TransactionRunner).run(bank, (tx) =>
    door.get(TakeStatement).apply(tx, {
      batchId: newId(),
      sha256: createHash('sha256').update('demo').digest(),
      fileName: 'sao-ke-mau.xlsx',
      from,
      to: addDays(addMonths(from, 1), -1),
      printed: { out: null, in: null },
      lines: [],
      loans: gone.map((person, i) => bookLoan(person, i, from)),
    }),
  );
  await depositEscrows(door, bank, { cases, ids }, today);
  await freezeOne(door, bank, today);
  await checkTwo(door, bank, today);
  const waiting = cases.flatMap((_, number) => (ids[number] && !has(number, 'DEPARTED') ? [ids[number]!] : [])).slice(0, REFERRED);
  const centre = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  await door.get(ReferBorrowers).run(centre, { caseIds: waiting, requested: 80_000_000, requestId: 'demo:refer' });
}

/** Borrowers in the public programme to Korea paid their escrow in at the bank. */
async function depositEscrows(
  door: INestApplicationContext,
  bank: Actor,
  { cases, ids }: Pick<DemoWorld, 'cases' | 'ids'>,
  today: LocalDate,
): Promise<void> {
  const signed = new Map(
    cases.flatMap(({ terms, facts }, number) => {
      const on = facts.find((fact) => fact.kind === 'CONTRACT_SIGNED')?.effectiveOn;
      return ids[number] && on && terms.market === 'KR' && terms.legalForm === 'PUBLIC' ? [[ids[number], on] as const] : [];
    }),
  );
  const { loans } = await door.get(LoanQueries).list(bank, { limit: 100 });
  for (const [i, caseId] of [
    ...new Set(loans.flatMap((loan) => (loan.caseId && signed.has(loan.caseId) ? [loan.caseId] : []))),
  ].entries()) {
    const paidOn = addDays(signed.get(caseId)!, 20);
    await door.get(KeepEscrow).run(bank, caseId, {
      kind: 'EPS',
      deed: 'DEPOSIT',
      amount: 100_000_000,
      on: paidOn < today ? paidOn : today,
      reference: `KQ-${String(i + 1).padStart(4, '0')}`,
      requestId: `demo:escrow-${i}`,
    });
  }
}

/** Two families were visited: one used the money as promised, one in part. */
async function checkTwo(door: INestApplicationContext, bank: Actor, today: LocalDate): Promise<void> {
  const [first, second] = (await door.get(LoanChecks).list(bank, { limit: 2 })).checks;
  const look = { deed: 'CHECK', on: addDays(today, -20) } as const;
  if (first)
    await door
      .get(HandleLoan)
      .run(bank, first.loanId, { ...look, checkKind: 'PERIODIC', finding: 'AS_PROMISED', requestId: 'demo:check-1' });
  if (second)
    await door.get(HandleLoan).run(bank, second.loanId, {
      ...look,
      checkKind: 'SURPRISE',
      finding: 'PARTLY',
      misused: 5_000_000,
      reason: 'Nhắc gia đình bổ sung chứng từ trong 30 ngày',
      requestId: 'demo:check-2',
    });
}

/** A flood took the harvest of one family that is late: its debt is frozen for a year. */
async function freezeOne(door: INestApplicationContext, bank: Actor, today: LocalDate): Promise<void> {
  const late = (await door.get(LoanQueries).list(bank, { overdue: true, limit: 100 })).loans.at(-1);
  if (!late) return;
  await door.get(HandleLoan).run(bank, late.id, {
    deed: 'FREEZE',
    on: today,
    until: addMonths(today, 12),
    reason: 'Thiên tai, gia đình mất mùa',
    decisionNo: '128/QĐ-NHCS',
    requestId: 'demo:freeze',
  });
}

function bookLoan(person: { fullName: string; citizenId?: string | null }, i: number, from: LocalDate) {
  const approved = BigInt(50 + (i % 7) * 10) * 1_000_000n;
  const months = 8 + (i % 20);
  const firstOn = addDays(addMonths(from, -months), 9);
  const instalment = (approved / 6n / 1_000n + 1n) * 1_000n;
  const late = i % 5 === 0 ? 1 : 0;
  const opening = approved - BigInt(Math.max(0, Math.floor((months - 1) / EVERY_MONTHS) - late)) * instalment;
  return {
    sheet: 'Dư nợ',
    row: i + 2,
    loanNo: `DEMO-${String(i + 1).padStart(4, '0')}`,
    name: null,
    number: person.citizenId ?? null,
    oldNumber: null,
    place: null,
    group: `Tổ ${(i % 7) + 1}`,
    approved,
    disbursed: approved,
    ratePpm: 66_000,
    overdueRatePpm: 85_800,
    firstOn,
    termMonths: TERM_MONTHS,
    everyMonths: EVERY_MONTHS,
    instalment,
    interestPaidTo: addDays(addMonths(from, -1), 9),
    opening,
    closing: opening,
  };
}
