import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { TakeBack } from '../take-back';
import { useDeed } from '../use-deed';

const t = area('support', vi);

/** Takes a claim out of the queue that was made wrongly, while nobody has decided about it. */
export function SupportWithdrawal({ claimId, onDone }: { claimId: string; onDone: () => Promise<unknown> }) {
  const deed = useDeed((reason: string, key) =>
    call('POST /api/v1/support-claims/withdrawals', { body: { claimIds: [claimId], reason }, key }),
  );
  return <TakeBack word={t('withdraw')} deed={deed} onDone={onDone} />;
}
