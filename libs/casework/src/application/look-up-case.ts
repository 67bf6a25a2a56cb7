import { OrganisationDirectory, PasswordHasher } from '@app/identity';
import { DomainError, systemActor } from '@app/kernel';
import { Seal, TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type PublicStep, publicStep } from '../domain/public-step';
import { LookupDoor, type LookupLimits } from '../persistence/lookup-door';

export interface PublicAnswer extends PublicStep {
  /** Whom to call. */
  readonly office: string | null;
  readonly phone: string | null;
}

/** Where a case stands, by the code and PIN of its receipt. Unknown code, no receipt and wrong PIN are one answer in one time. */
@Injectable()
export class LookUpCase {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly door: LookupDoor,
    private readonly hasher: PasswordHasher,
    private readonly seal: Seal,
  ) {}

  /** Throws LOOKUP_FAILED, TOO_MANY_TRIES. */
  async run(written: string, pin: string, address: string): Promise<PublicAnswer> {
    const code = written.toUpperCase().replace(/[\s-]/g, '');
    const limits = await this.runner.run(systemActor('lookup'), async (tx) =>
      (await PolicyBook.at(tx)).requireValue<LookupLimits>('public.lookup_limits'),
    );
    const gate = await this.door.knock(code, this.seal.blindIndex('case-code', code), address, limits);
    if (gate.attemptId === null) throw tooMany(gate.retrySeconds);
    const right = await this.hasher.verify(gate.pinHash, pin);
    const { stage, contractEnd, provinceCode, today } = gate;
    if (!right || !stage || !provinceCode || !today) throw failed();
    await this.door.accept(gate.attemptId);
    const office = await this.runner.run(systemActor('lookup'), (tx) => OrganisationDirectory.centreOf(tx, provinceCode));
    return { ...publicStep({ stage, contractEnd }, today), office: office?.name ?? null, phone: office?.phone ?? null };
  }
}

function failed(): DomainError {
  return new DomainError(
    'invalid',
    'LOOKUP_FAILED',
    'Mã hồ sơ hoặc mã PIN chưa đúng. Hãy xem lại biên nhận; mất biên nhận thì xin Trung tâm hoặc xã cấp lại.',
  );
}

function tooMany(seconds: number): DomainError {
  const minutes = Math.ceil(seconds / 60);
  return new DomainError('limited', 'TOO_MANY_TRIES', `Đã thử quá nhiều lần. Hãy thử lại sau khoảng ${minutes} phút, hoặc gọi Trung tâm.`, {
    retryAfterSeconds: seconds,
  });
}
