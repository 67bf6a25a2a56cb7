import { type Actor, DomainError, type LocalDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';

export interface WrittenPlace {
  readonly provinceCode?: string;
  readonly communeCode: string;
  readonly hamlet?: string;
}

/** A place a person decided on: the commune of today, and the unit as papers name it. */
export interface ChosenPlace extends WrittenPlace {
  /** Code as written, possibly of a unit that is gone. */
  readonly declaredUnitCode?: string;
  /** Day of the paper; codes are reused. */
  readonly declaredOn?: LocalDate;
}

export interface Residence {
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly hamlet: string | null;
  readonly resolvedBy: 'code';
}

/** The place a request may write to. The commune decides the province; offices and communes write within their own, agencies anywhere. */
@Injectable()
export class Residences {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws COMMUNE_UNKNOWN, PROVINCE_DIFFERS, OUT_OF_JURISDICTION. */
  async of(actor: Actor, { provinceCode, communeCode, hamlet }: WrittenPlace): Promise<Residence> {
    const commune = await this.runner.run(actor, async (tx) => (await Gazetteer.load(tx)).today(communeCode));
    if (!commune) throw unknownCommune();
    const { scope } = actor;
    const outside =
      ((scope.kind === 'province' || scope.kind === 'commune') && commune.province !== scope.province) ||
      (scope.kind === 'commune' && !scope.communes.includes(communeCode));
    if (outside)
      throw new DomainError('missing', 'OUT_OF_JURISDICTION', 'Nơi cư trú nằm ngoài phạm vi của đơn vị. Hãy chuyển cho đơn vị phụ trách.');
    if (provinceCode && provinceCode !== commune.province)
      throw new DomainError('invalid', 'PROVINCE_DIFFERS', 'Xã đã chọn không thuộc tỉnh này. Hãy chọn lại.');
    return { provinceCode: commune.province, communeCode, hamlet: hamlet ?? null, resolvedBy: 'code' };
  }

  /** The commune of today that a list means by a written place, of names that are gone too. Throws COMMUNE_UNKNOWN, COMMUNE_UNCLEAR with what it may be. */
  async named(actor: Actor, written: string): Promise<Residence> {
    const { scope } = actor;
    if (!written || (scope.kind !== 'province' && scope.kind !== 'commune')) throw unknownCommune();
    const answer = await this.runner.run(actor, async (tx) =>
      (await Gazetteer.load(tx)).resolveWritten(written, { province: scope.province }),
    );
    if (answer.kind === 'found') return this.of(actor, { communeCode: answer.today.code });
    if (answer.kind === 'unknown')
      throw new DomainError('invalid', 'COMMUNE_UNKNOWN', `Không rõ xã “${written}”. Hãy ghi tên xã hoặc mã 5 số theo danh mục.`);
    const names = answer.candidates.map(({ name, code }) => `${name} (${code})`).join(', ');
    throw new DomainError('invalid', 'COMMUNE_UNCLEAR', `Xã “${written}” nay có thể là ${names}. Hãy ghi mã xã vào dòng này.`);
  }

  /** As {@link of}, with the declared unit, which must have led to the chosen commune. Throws also DECLARED_UNIT_UNKNOWN, DECLARED_UNIT_DIFFERS. */
  async chosen(actor: Actor, place: ChosenPlace): Promise<Omit<Residence, 'resolvedBy'> & { declaredUnitId: number | null }> {
    const { resolvedBy: _, ...residence } = await this.of(actor, place);
    return {
      ...residence,
      declaredUnitId: place.declaredUnitCode ? await this.declaredUnit(actor, place.declaredUnitCode, place) : null,
    };
  }

  /** A relative may live anywhere, but in a commune of today. Throws COMMUNE_UNKNOWN. */
  async known(actor: Actor, communeCode: string | undefined): Promise<void> {
    if (communeCode && !(await this.runner.run(actor, async (tx) => (await Gazetteer.load(tx)).today(communeCode)))) throw unknownCommune();
  }

  private async declaredUnit(actor: Actor, code: string, { communeCode, declaredOn }: ChosenPlace): Promise<number> {
    const answer = await this.runner.run(actor, async (tx) =>
      (await Gazetteer.load(tx)).resolveCode(code, { level: 'commune', asOf: declaredOn }),
    );
    if (answer.kind === 'unknown')
      throw new DomainError(
        'invalid',
        'DECLARED_UNIT_UNKNOWN',
        'Không có đơn vị hành chính với mã đã khai. Hãy kiểm tra mã và ngày của giấy tờ.',
      );
    const places = answer.kind === 'found' ? [answer.today] : answer.candidates;
    const unit = answer.old ?? (answer.kind === 'found' ? answer.today : undefined);
    if (!unit || !places.some((candidate) => candidate.code === communeCode))
      throw new DomainError(
        'invalid',
        'DECLARED_UNIT_DIFFERS',
        'Đơn vị đã khai không thuộc xã đã chọn. Hãy chọn một trong các xã được nêu.',
        { candidates: places.map(({ code: one, name }) => ({ code: one, name })) },
      );
    return unit.unitId;
  }
}

function unknownCommune(): DomainError {
  return new DomainError('invalid', 'COMMUNE_UNKNOWN', 'Không có xã đang hoạt động với mã này. Hãy chọn xã theo danh mục hiện hành.');
}
