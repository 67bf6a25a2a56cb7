import type { CorrectEvent } from '@app/casework';
import { DomainError } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ToldRows } from '../persistence/told-rows';

/**
 * What a case was told of a loan falls with the entries it rested on: money out where none is out, settled where something is owed again. A case
 * that cannot take it does not stop the bank.
 */
export async function untellCases(
  corrections: CorrectEvent,
  tx: Tx,
  loanIds: readonly string[],
  { requestId, reason }: { requestId: string; reason: string },
): Promise<void> {
  for (const { caseId, eventId } of await ToldRows.outdated(tx, loanIds))
    try {
      await corrections.apply(tx, {
        caseId,
        eventId,
        requestId: `${requestId}:untold:${eventId}`,
        reason: `Ngân hàng đảo bút toán: ${reason}`,
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
}
