import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';

export interface WrittenPlace {
  readonly provinceCode?: string;
  readonly communeCode: string;
  readonly hamlet?: string;
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
    if (!commune) throw new DomainError('invalid', 'COMMUNE_UNKNOWN', 'Không có xã đang hoạt động với mã này. Hãy chọn xã theo danh mục hiện hành.');
    const { scope } = actor;
    const outside = ((scope.kind === 'province' || scope.kind === 'commune') && commune.province !== scope.province) || (scope.kind === 'commune' && !scope.communes.includes(communeCode));
    if (outside) throw new DomainError('missing', 'OUT_OF_JURISDICTION', 'Nơi cư trú nằm ngoài phạm vi của đơn vị. Hãy chuyển cho đơn vị phụ trách.');
    if (provinceCode && provinceCode !== commune.province) throw new DomainError('invalid', 'PROVINCE_DIFFERS', 'Xã đã chọn không thuộc tỉnh này. Hãy chọn lại.');
    return { provinceCode: commune.province, communeCode, hamlet: hamlet ?? null, resolvedBy: 'code' };
  }
}
