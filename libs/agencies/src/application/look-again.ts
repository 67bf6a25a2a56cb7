import { Outbox, type Tx } from '@app/platform';

const SWEEP_WANTED_TOPIC = 'sweeps.requested.v1';

/** What gives an agency the right to go on changed: the questions that it ends are judged anew at once, on every desk, not only in the coming night. */
export async function lookAgain(tx: Tx): Promise<void> {
  await Outbox.enqueue(tx, SWEEP_WANTED_TOPIC, { sweep: 'agencies' });
}
