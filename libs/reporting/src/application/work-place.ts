import { type Actor, DomainError } from '@app/kernel';
import { type WorkDesk, workDeskOf } from '../domain/work-arms';
import type { WorkPlace } from '../persistence/work-rows';

/** The desk of the actor and the place it answers for. Throws NO_QUEUE for who has none. */
export function workPlaceOf({ role, scope, organisationId }: Actor): WorkPlace {
  const desk: WorkDesk | undefined = workDeskOf(role);
  const by =
    scope.kind === 'province'
      ? ({ column: 'province_code', values: [scope.province] } as const)
      : scope.kind === 'commune'
        ? ({ column: 'commune_code', values: scope.communes } as const)
        : scope.kind === 'agency'
          ? ({ column: 'agency_id', values: [scope.agencyId] } as const)
          : undefined;
  if (!desk || !by || !organisationId)
    throw new DomainError('forbidden', 'NO_QUEUE', 'Tài khoản của bạn chưa gắn với đơn vị và địa bàn. Hãy nhờ quản trị viên.');
  return { desk, organisationId, by };
}
