import { randomInt } from 'node:crypto';
import { OrganisationDirectory, PasswordHasher } from '@app/identity';
import { type Actor, notFound } from '@app/kernel';
import { AppConfig, AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { publicStep } from '../domain/public-step';
import { ReceiptRows } from '../persistence/receipt-rows';

/** What is printed and handed over; the PIN exists nowhere else. */
export interface Receipt {
  readonly caseCode: string;
  readonly pin: string;
  readonly issuedAt: Date;
  readonly fullName: string;
  readonly step: string;
  readonly office: string | null;
  readonly phone: string | null;
  /** Page on which code and PIN are asked. */
  readonly page: string;
}

/** A receipt with a new PIN for the person or the family; the PIN of an earlier receipt is void. */
@Injectable()
export class IssueReceipt {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly hasher: PasswordHasher,
    private readonly config: AppConfig,
  ) {}

  /** Throws NOT_FOUND. */
  async run(actor: Actor, caseId: string, requestId: string): Promise<Receipt> {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    const pinHash = await this.hasher.hash(pin);
    return this.runner.run(
      actor,
      async (tx) => {
        const facts = await ReceiptRows.find(tx, caseId);
        if (!facts) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        await ReceiptRows.put(tx, caseId, pinHash);
        const office = await OrganisationDirectory.centreOf(tx, facts.provinceCode);
        await AuditTrail.record(tx, {
          action: 'casework.issue-receipt',
          subject: { kind: 'case', id: caseId },
          province: facts.provinceCode,
        });
        return {
          caseCode: facts.caseCode,
          pin,
          issuedAt: facts.issuedAt,
          fullName: facts.fullName,
          step: publicStep(facts, facts.today).title,
          office: office?.name ?? null,
          phone: office?.phone ?? null,
          page: `${this.config.PUBLIC_URL.replace(/\/$/, '')}/cong-khai/tra-cuu`,
        };
      },
      { requestId },
    );
  }
}
