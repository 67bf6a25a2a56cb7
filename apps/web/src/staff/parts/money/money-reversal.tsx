import { call } from '../../../api/call';
import type { TakeMoneyBackRequest } from '../../../api/schema';
import { TakeBack } from '../take-back';
import { useDeed } from '../use-deed';

/** Takes one recorded sum back by its opposite, with the reason. */
export function MoneyReversal({
  caseId,
  what,
  id,
  word,
  onDone,
}: {
  caseId: string;
  what: TakeMoneyBackRequest['what'];
  id: string;
  word: string;
  onDone: () => Promise<unknown>;
}) {
  const deed = useDeed((reason: string, key) =>
    call('POST /api/v1/cases/{caseId}/money-reversals', { params: { caseId }, body: { what, id, reason }, key }),
  );
  return <TakeBack word={word} deed={deed} onDone={onDone} />;
}
