import { type Actor, DomainError } from '@app/kernel';

/**
 * The place a request may write to: offices and communes only within their own; what is left out is the actor's own province. An agency
 * recruits everywhere, so it must say where.
 */
export function residenceOf(actor: Actor, place: { provinceCode?: string; communeCode: string; hamlet?: string }): { provinceCode: string; communeCode: string; hamlet: string | null; resolvedBy: string } {
  const { scope } = actor;
  const own = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : undefined;
  const provinceCode = place.provinceCode ?? own;
  if (!provinceCode) throw new DomainError('invalid', 'PROVINCE_MISSING', 'Hãy chọn tỉnh nơi người lao động cư trú.');
  const outside = (own !== undefined && provinceCode !== own) || (scope.kind === 'commune' && !scope.communes.includes(place.communeCode));
  if (outside) throw new DomainError('missing', 'OUT_OF_JURISDICTION', 'Nơi cư trú nằm ngoài phạm vi của đơn vị. Hãy chuyển cho đơn vị phụ trách.');
  return { provinceCode, communeCode: place.communeCode, hamlet: place.hamlet ?? null, resolvedBy: 'code' };
}
