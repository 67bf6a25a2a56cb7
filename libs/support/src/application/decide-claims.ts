import { type Actor, DomainError, formatDong, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CLAIM_STEPS, type ClaimDeed, MOVES, stateAfter, undoable } from '../domain/claim-state';
import { type ClaimLine, ClaimRows, type LockedClaim } from '../persistence/claim-rows';
import { type FundLine, FundRows } from '../persistence/fund-rows';
import { TravellerRows } from '../persistence/traveller-rows';
import { programmeOf, requireRole } from './support-policy';

export interface ClaimsCommand {
  readonly claimIds: readonly string[];
  readonly requestId: string;
}

const refuse = (code: string, message: string, details = {}) => new DomainError('refused', code, message, details);

/**
 * What becomes of claims, many at once and all or none: approved from a source that has enough, refused with a reason, paid with proof. Sources are
 * locked before claims, so that two officers spend one after the other and no source is ever overdrawn.
 */
@Injectable()
export class DecideClaims {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, SUPPORT_ROLE, SUPPORT_OWN_CLAIM, SUPPORT_CLAIM_MOVED, SUPPORT_FUND_YEAR, SUPPORT_FUND_UNFIT, SUPPORT_FUND_SHORT. */
  async approve(actor: Actor, command: ClaimsCommand & { readonly fundId: string }): Promise<{ claims: ClaimLine[] }> {
    return this.deciding(actor, 'APPROVE', command, { fundId: command.fundId }, async (tx, claims, [fund]) => {
      if (!fund) throw notFound('Không tìm thấy nguồn kinh phí này trong phạm vi của bạn.');
      if (claims.some(({ accountId }) => accountId !== null && accountId === actor.accountId))
        throw new DomainError('forbidden', 'SUPPORT_OWN_CLAIM', 'Người lập đề nghị không tự duyệt. Hãy chuyển cho người khác duyệt.');
      await holdToFund(tx, claims, fund);
    });
  }

  /** Throws NOT_FOUND, SUPPORT_ROLE, SUPPORT_CLAIM_MOVED. */
  async refuse(actor: Actor, command: ClaimsCommand & { readonly reason: string }): Promise<{ claims: ClaimLine[] }> {
    return this.deciding(actor, 'REFUSE', command, { note: command.reason });
  }

  /** Throws NOT_FOUND, SUPPORT_ROLE, SUPPORT_CLAIM_MOVED, DATE_IN_FUTURE. */
  async pay(actor: Actor, command: ClaimsCommand & { readonly proof: string; readonly on?: LocalDate }): Promise<{ claims: ClaimLine[] }> {
    return this.deciding(actor, 'PAY', command, { note: command.proof, on: command.on });
  }

  /** Whoever claimed too much takes the claim back while nobody has decided. Throws NOT_FOUND, SUPPORT_CLAIM_MOVED. */
  async withdraw(actor: Actor, command: ClaimsCommand & { readonly reason: string }): Promise<{ claims: ClaimLine[] }> {
    return this.deciding(actor, 'WITHDRAW', command, { note: command.reason });
  }

  /** Answers the last deed by its opposite; what was written stays. Throws NOT_FOUND, SUPPORT_ROLE, SUPPORT_NOTHING_BACK. */
  async takeBack(
    actor: Actor,
    claimId: string,
    { reason, requestId }: { reason: string; requestId: string },
  ): Promise<{ claims: ClaimLine[] }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const [seen] = await ClaimRows.byIds(tx, [claimId]);
        if (!seen) throw notFound('Không tìm thấy đề nghị này trong phạm vi của bạn.');
        if (seen.fundId) await FundRows.lock(tx, [seen.fundId]);
        const [claim] = (await ClaimRows.lock(tx, [claimId])) as [LockedClaim];
        if ((await ClaimRows.done(tx, [claimId], requestId)) === 0) await undo(tx, claim, reason, requestId);
        return { claims: await ClaimRows.byIds(tx, [claimId]) };
      },
      { requestId },
    );
  }

  private async deciding(
    actor: Actor,
    deed: ClaimDeed,
    { claimIds, requestId }: ClaimsCommand,
    { fundId = null, note = null, on }: { fundId?: string | null; note?: string | null; on?: LocalDate },
    judge: (tx: Tx, claims: readonly LockedClaim[], funds: readonly FundLine[]) => Promise<void> = async () => undefined,
  ): Promise<{ claims: ClaimLine[] }> {
    const ids = [...new Set(claimIds)];
    return this.runner.run(
      actor,
      async (tx) => {
        const today = await TravellerRows.today(tx);
        if (on && on > today) throw refuse('DATE_IN_FUTURE', 'Ngày ghi nằm sau hôm nay. Hãy kiểm tra lại ngày.');
        const seen = await ClaimRows.byIds(tx, ids);
        const funds = await FundRows.lock(tx, fundId ? [fundId] : seen.flatMap((claim) => claim.fundId ?? []));
        if (fundId && funds.length === 0) throw notFound('Không tìm thấy nguồn kinh phí này trong phạm vi của bạn.');
        const claims = await ClaimRows.lock(tx, ids);
        if (claims.length < ids.length) throw notFound('Không tìm thấy đề nghị này trong phạm vi của bạn.');
        await requireRole(tx, deed);
        if (ids.length > 0 && (await ClaimRows.done(tx, ids, requestId)) === ids.length) return { claims: await ClaimRows.byIds(tx, ids) };
        const moved = claims.filter(({ state }) => !stateAfter(state, deed));
        if (moved.length > 0)
          throw refuse(
            'SUPPORT_CLAIM_MOVED',
            `Đề nghị của ${moved
              .slice(0, 3)
              .map(({ fullName }) => fullName)
              .join(', ')} đã được xử lý. Hãy tải lại danh sách.`,
            { claimIds: moved.map(({ id }) => id) },
          );
        await judge(tx, claims, funds);
        await post(tx, claims, deed, { fundId, note, on: on ?? today, requestId });
        return { claims: await ClaimRows.byIds(tx, ids) };
      },
      { requestId },
    );
  }
}

async function holdToFund(tx: Tx, claims: readonly LockedClaim[], fund: FundLine): Promise<void> {
  const today = await TravellerRows.today(tx);
  if (fund.year !== Number(today.slice(0, 4)))
    throw refuse('SUPPORT_FUND_YEAR', `Nguồn này thuộc năm ngân sách ${fund.year}. Hãy chọn nguồn của năm nay.`, { year: fund.year });
  const { title, groups, basis } = await programmeOf(tx, fund.programme);
  const unfit = claims.filter(({ group }) => !groups.includes(group));
  if (unfit.length > 0)
    throw refuse(
      'SUPPORT_FUND_UNFIT',
      `Nguồn "${title}" không chi cho nhóm của ${unfit
        .slice(0, 3)
        .map(({ fullName }) => fullName)
        .join(', ')} (${basis}). Hãy chọn nguồn khác.`,
      { claimIds: unfit.map(({ id }) => id), basis },
    );
  const asked = claims.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  if (asked > BigInt(fund.free))
    throw refuse(
      'SUPPORT_FUND_SHORT',
      `Nguồn còn ${formatDong(BigInt(fund.free))}, các đề nghị đã chọn là ${formatDong(asked)}. Hãy bỏ bớt hoặc chọn nguồn khác.`,
      { left: fund.free, asked: Number(asked) },
    );
}

async function post(
  tx: Tx,
  claims: readonly LockedClaim[],
  deed: ClaimDeed,
  { fundId, note, on, requestId }: { fundId: string | null; note: string | null; on: LocalDate; requestId: string },
): Promise<void> {
  const sourceOf = (claim: LockedClaim) => fundId ?? claim.fundId;
  await FundRows.post(
    tx,
    claims.map((claim) => ({
      fundId: sourceOf(claim),
      claimId: claim.id,
      deed,
      on,
      ...amountsOf(deed, BigInt(claim.amount)),
      note,
      reversesId: null,
      requestId,
    })),
  );
  for (const source of new Set(claims.map(sourceOf)))
    await ClaimRows.move(
      tx,
      claims.filter((claim) => sourceOf(claim) === source).map(({ id }) => id),
      CLAIM_STEPS[deed].to,
      source,
    );
  await record(tx, deed.toLowerCase(), claims);
}

async function undo(tx: Tx, claim: LockedClaim, reason: string, requestId: string): Promise<void> {
  const deed = undoable(claim.state);
  if (!deed) throw refuse('SUPPORT_NOTHING_BACK', 'Đề nghị này không còn bước nào để đảo. Hãy tải lại để xem.');
  await requireRole(tx, deed);
  await FundRows.post(tx, [
    {
      fundId: claim.fundId,
      claimId: claim.id,
      deed,
      on: await TravellerRows.today(tx),
      ...amountsOf(deed, -BigInt(claim.amount)),
      note: reason,
      reversesId: await ClaimRows.lastEntry(tx, claim.id, deed),
      requestId,
    },
  ]);
  const { from } = CLAIM_STEPS[deed];
  await ClaimRows.move(tx, [claim.id], from, from === 'APPROVED' ? claim.fundId : null);
  await record(tx, 'take-back', [claim]);
}

function amountsOf(deed: ClaimDeed, amount: bigint) {
  const move = MOVES[deed];
  return { free: BigInt(move.free) * amount, committed: BigInt(move.committed) * amount, paid: BigInt(move.paid) * amount };
}

async function record(tx: Tx, what: string, claims: readonly LockedClaim[]): Promise<void> {
  const [first] = claims;
  if (!first) return;
  await AuditTrail.record(tx, {
    action: `support.${what}`,
    subject: { kind: 'support_claim', id: first.id },
    province: first.provinceCode,
    detail: { claims: claims.length, amount: claims.reduce((sum, { amount }) => sum + amount, 0) },
  });
}
