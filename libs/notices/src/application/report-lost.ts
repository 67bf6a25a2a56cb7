import { DeskTasks } from '@app/identity';
import type { Tx } from '@app/platform';
import type { LostDelivery } from '../persistence/delivery-rows';

/** A mail that did not arrive becomes a task of the centre: another address, a telephone call or a letter. */
export async function reportLost(tx: Tx, lost: readonly LostDelivery[]): Promise<void> {
  await DeskTasks.openMany(
    tx,
    lost.map((delivery) => ({
      desk: 'centre' as const,
      province: delivery.province,
      commune: delivery.commune,
      kind: delivery.state === 'bounced' ? 'DELIVERY_BOUNCED' : 'DELIVERY_DEAD',
      dedupeKey: `delivery:${delivery.id}`,
      detail: { deliveryId: delivery.id, noticeId: delivery.noticeId, reason: delivery.reason },
    })),
  );
}
