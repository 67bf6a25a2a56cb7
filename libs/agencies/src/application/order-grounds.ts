import { OrganisationDirectory } from '@app/identity';
import { DomainError, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ORDER_REFUSALS, type OrderGrounds, type OrderRefusal } from '../domain/decide-order';
import { isValidOn } from '../domain/licence';
import { permitsSomewhere, type RecruitmentPermission } from '../domain/recruitment-permission';
import { AgencyRows } from '../persistence/agency-rows';
import { PermissionRows } from '../persistence/permission-rows';
import { SupplyRows } from '../persistence/supply-rows';

export interface OrderSender {
  readonly agencyId: string;
  readonly provinceCode: string;
  readonly contractId?: string;
}

/** Everything an order is judged by on a day, with the permissions of its sender. `takes`: places of the order itself that are counted already. */
export async function groundsOf(
  tx: Tx,
  { agencyId, provinceCode, contractId }: OrderSender,
  day: LocalDate,
  { lock = false, takes = 0 } = {},
): Promise<OrderGrounds & { readonly permissions: readonly RecruitmentPermission[] }> {
  const [organisation, licence, permissions] = [
    await OrganisationDirectory.getById(tx, agencyId),
    await AgencyRows.licence(tx, agencyId),
    await PermissionRows.of(tx, agencyId),
  ];
  const contract = contractId ? await SupplyRows.find(tx, contractId, lock) : undefined;
  return {
    publicOffice: organisation.kind !== 'sending_agency',
    licenceValid: isValidOn(licence, day),
    permitted: permitsSomewhere(permissions, provinceCode, day),
    permissions,
    contract: contract?.agencyId === agencyId ? contract : undefined,
    otherPlaces: contract ? (await SupplyRows.placesOf(tx, contract.id)) - takes : 0,
    day,
  };
}

export function orderRefusal(code: OrderRefusal, details: Record<string, unknown> = {}): DomainError {
  return new DomainError('refused', code, ORDER_REFUSALS[code], details);
}
