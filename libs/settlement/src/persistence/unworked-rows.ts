import { ENDED_AS, type RefundKind } from '../domain/refund-kind';
import { STOOD_AS } from './settled-case-rows';

const stages = (...kinds: RefundKind[]) =>
  kinds
    .flatMap((kind) => ENDED_AS[kind])
    .map((stage) => `'${stage}'`)
    .join(', ');

/**
 * SQL: đồng taken from the worker of a case `c` that go back by the way the case ended, whoever was at fault: all but the escrow of somebody who did not go, the
 * service fee of somebody who died. An early return is worked out once somebody has said whose fault it was.
 */
export const TO_GIVE_BACK = `coalesce((select sum(f.amount) from fee_receipt f where f.case_id = c.id and case
  when ${STOOD_AS} in (${stages('NOT_SENT', 'WITHDRAWAL')}) then f.item <> 'ESCROW' when ${STOOD_AS} in (${stages('DEATH')}) then f.item = 'SERVICE_FEE' else false end), 0)`;
