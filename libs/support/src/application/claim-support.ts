import { SCANNED_PAPERS, type ScannedPaper } from '@app/casework';
import { type Actor, DomainError, formatDong, idOfRequest, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook, type PolicyRule } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { provenBy } from '../domain/claim-scans';
import { type ClaimRefusal, judgeClaim, type JudgedClaim } from '../domain/judge-claim';
import { entitlementOf, type SupportItem } from '../domain/support-item';
import { type ClaimLine, ClaimRows } from '../persistence/claim-rows';
import { ClaimScanRows, type ScanLine } from '../persistence/claim-scan-rows';
import { type Traveller, TravellerRows } from '../persistence/traveller-rows';

export interface ClaimCommand {
  readonly item: string;
  /** Days or months; 1 for everything else. */
  readonly units: number;
  /** đồng, as the papers show it. */
  readonly amount: number;
  /** Day of the receipt: the ceilings of that day count. */
  readonly spentOn: LocalDate;
  readonly receiptNo: string;
  /** Scans of the case that prove it. */
  readonly fileIds?: readonly string[];
  readonly requestId: string;
}

/** What a case may still claim and has claimed. */
export interface SupportOfCase {
  readonly claims: readonly ClaimLine[];
  /** What the person may be given by the rules of today, item by item. */
  readonly open: readonly {
    readonly item: string;
    readonly title: string;
    readonly per: string;
    readonly most: number | null;
    readonly unitsMost: number | null;
    readonly group: string;
    readonly papers: readonly string[];
  }[];
  /** Scans of the case that may prove a claim, receipts first. */
  readonly scans: readonly (ScanLine & { readonly title: string })[];
  readonly groups: readonly string[];
  readonly unproven: readonly string[];
  readonly basis: string | null;
  readonly certain: boolean;
}

/** Costs of a case claimed from the national programmes, each with its receipt, held to the ceiling of the group and the day. */
@Injectable()
export class ClaimSupport {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND out of scope. */
  async of(actor: Actor, caseId: string): Promise<SupportOfCase> {
    return this.runner.run(actor, async (tx) => shown(tx, await travellerOf(tx, caseId)));
  }

  /** Throws NOT_FOUND, DATE_IN_FUTURE, SUPPORT_ITEM_UNKNOWN, SUPPORT_NO_GROUP, SUPPORT_UNITS, SUPPORT_UNITS_OVER, SUPPORT_OVER_CEILING, SUPPORT_RECEIPT_USED, SCAN_UNKNOWN. */
  async run(actor: Actor, caseId: string, command: ClaimCommand): Promise<SupportOfCase> {
    return this.runner.run(
      actor,
      async (tx) => {
        const traveller = await travellerOf(tx, caseId);
        const before = await ClaimRows.standing(tx, caseId, command.item);
        if (!(await ClaimRows.recorded(tx, caseId, command.requestId))) await claim(tx, traveller, command, before);
        return shown(tx, traveller);
      },
      { requestId: command.requestId },
    );
  }

  /** Says which scans prove a claim. Throws NOT_FOUND, SUPPORT_CLAIM_OVER, SCAN_UNKNOWN. */
  async prove(
    actor: Actor,
    caseId: string,
    { claimId, fileIds, requestId }: { claimId: string; fileIds: readonly string[]; requestId: string },
  ): Promise<SupportOfCase> {
    return this.runner.run(
      actor,
      async (tx) => {
        const traveller = await travellerOf(tx, caseId);
        const [locked] = await ClaimRows.lock(tx, [claimId]);
        if (locked?.caseId !== caseId) throw notFound('Không tìm thấy đề nghị này trong phạm vi của bạn.');
        const wanted = provenBy(locked.state, await ClaimScanRows.tiedTo(tx, claimId), fileIds);
        if (!wanted)
          throw new DomainError('refused', 'SUPPORT_CLAIM_OVER', 'Đề nghị này không còn được xét. Hãy lập đề nghị mới rồi gắn bản chụp.');
        await tie(tx, claimId, wanted);
        await AuditTrail.record(tx, {
          action: 'support.prove',
          subject: { kind: 'support_claim', id: claimId },
          province: traveller.provinceCode,
          detail: { files: wanted },
        });
        return shown(tx, traveller);
      },
      { requestId },
    );
  }
}

async function tie(tx: Tx, claimId: string, fileIds: readonly string[]): Promise<void> {
  if (!(await ClaimScanRows.tie(tx, claimId, [...new Set(fileIds)])))
    throw new DomainError('refused', 'SCAN_UNKNOWN', 'Một bản chụp đã chọn không còn trong hồ sơ này. Hãy tải lại và chọn lại.');
}

async function claim(tx: Tx, traveller: Traveller, command: ClaimCommand, before: Parameters<typeof judgeClaim>[3]): Promise<void> {
  const { caseId, provinceCode, groups, workerId } = traveller;
  if (command.spentOn > traveller.today)
    throw new DomainError('refused', 'DATE_IN_FUTURE', 'Ngày ghi nằm sau hôm nay. Hãy kiểm tra lại ngày.');
  const rule = (await PolicyBook.at(tx, command.spentOn)).rule<SupportItem[]>('support.items');
  const item = rule?.value.find((one) => one.item === command.item);
  if (!rule || !item)
    throw new DomainError(
      'refused',
      'SUPPORT_ITEM_UNKNOWN',
      'Ngày ghi trên chứng từ chưa có quy định hỗ trợ khoản này. Hãy kiểm tra ngày, hoặc báo Sở nạp mức hỗ trợ.',
    );
  const amount = BigInt(command.amount);
  const judged = judgeClaim(item, groups, { units: command.units, amount }, before);
  if ('refusal' in judged) throw refusalOf(judged.refusal, item, rule, traveller, judged);
  if (await ClaimRows.receiptUsed(tx, workerId, item.item, command.receiptNo))
    throw new DomainError(
      'refused',
      'SUPPORT_RECEIPT_USED',
      'Chứng từ này đã được đề nghị hỗ trợ cho người này. Hãy kiểm tra số chứng từ.',
    );
  const { units, spentOn, receiptNo, requestId } = command;
  const id = idOfRequest(tx.actor, `support-claim ${caseId}`, requestId);
  await ClaimRows.insert(tx, {
    id,
    caseId,
    provinceCode,
    item: item.item,
    title: item.title,
    units,
    amount,
    group: judged.entitlement.group,
    ceiling: judged.ceiling,
    ruleId: rule.id,
    spentOn,
    receiptNo,
    requestId,
  });
  if (command.fileIds?.length) await tie(tx, id, command.fileIds);
  await AuditTrail.record(tx, {
    action: 'support.claim',
    subject: { kind: 'case', id: caseId },
    province: provinceCode,
    detail: { item: item.item, amount: command.amount },
  });
}

function refusalOf(
  code: ClaimRefusal,
  { title, per, unitsMost }: SupportItem,
  { basis, certain }: PolicyRule,
  { unproven }: Traveller,
  judged: Extract<JudgedClaim, { refusal: unknown }>,
): DomainError {
  switch (code) {
    case 'SUPPORT_NO_GROUP':
      return unproven.length > 0
        ? new DomainError(
            'refused',
            'SUPPORT_HOUSEHOLD_UNPROVEN',
            'Hộ nghèo, hộ cận nghèo chưa được xã xác nhận. Hãy hỏi xã ở thẻ Tổng quan của hồ sơ, có xác nhận rồi lập đề nghị.',
          )
        : new DomainError(
            'refused',
            'SUPPORT_NO_GROUP',
            `Người lao động không thuộc nhóm được hỗ trợ khoản "${title}" (${basis}). Hãy bổ sung giấy tờ chứng minh nhóm đối tượng.`,
          );
    case 'SUPPORT_UNITS':
      return new DomainError(
        'refused',
        'SUPPORT_UNITS',
        `Khoản "${title}" được hỗ trợ một lần, không theo ngày hay tháng. Hãy ghi số lượng là 1.`,
      );
    case 'SUPPORT_UNITS_OVER': {
      const unit = per === 'day' ? 'ngày' : 'tháng';
      return new DomainError(
        'refused',
        'SUPPORT_UNITS_OVER',
        `Khoản "${title}" được hỗ trợ nhiều nhất ${unitsMost} ${unit}, còn được đề nghị ${judged.unitsLeft} ${unit} (${basis}). Hãy giảm số ${unit}.`,
        { most: unitsMost, left: judged.unitsLeft, basis, certain },
      );
    }
    case 'SUPPORT_OVER_CEILING': {
      const { ceiling = 0n, standing = 0n } = judged;
      const left = ceiling > standing ? ceiling - standing : 0n;
      return new DomainError(
        'refused',
        'SUPPORT_OVER_CEILING',
        `Vượt mức hỗ trợ ${formatDong(ceiling)} cho khoản "${title}", còn được đề nghị ${formatDong(left)} (${basis}). Hãy giảm số tiền.`,
        { ceiling: Number(ceiling), left: Number(left), basis, certain },
      );
    }
  }
}

async function travellerOf(tx: Tx, caseId: string): Promise<Traveller> {
  const traveller = await TravellerRows.find(tx, caseId);
  if (!traveller) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
  return traveller;
}

async function shown(tx: Tx, { caseId, groups, unproven }: Traveller): Promise<SupportOfCase> {
  const rule = (await PolicyBook.at(tx)).rule<SupportItem[]>('support.items');
  const open = (rule?.value ?? []).flatMap((one) => {
    const entitled = entitlementOf(one, groups);
    return entitled ? [{ item: one.item, title: one.title, per: one.per, unitsMost: one.unitsMost, papers: one.papers, ...entitled }] : [];
  });
  return {
    claims: await ClaimRows.ofCase(tx, caseId),
    open,
    scans: (await ClaimScanRows.ofCase(tx, caseId)).map((scan) => ({ ...scan, title: SCANNED_PAPERS[scan.guard as ScannedPaper] })),
    groups,
    unproven,
    basis: rule?.basis ?? null,
    certain: rule?.certain ?? false,
  };
}
