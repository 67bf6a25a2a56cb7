import type { AgencyClaimsResponse } from '../../../api/schema';
import { dong, t } from './dong';

/** What an agency still owes those it sent, in one line. */
export function OwedSums({ sums }: { sums: AgencyClaimsResponse }) {
  const { owed, owedCases, toWorkOut, toWorkOutCases, escrow, escrowCases, openLiquidations, overdueCases } = sums;
  const parts = [
    owedCases > 0 && t('sum.owed', { amount: dong(owed), people: owedCases }),
    toWorkOutCases > 0 && t('sum.toWorkOut', { amount: dong(toWorkOut), people: toWorkOutCases }),
    escrowCases > 0 && t('sum.escrow', { amount: dong(escrow), people: escrowCases }),
    openLiquidations > 0 && t('sum.liquidations', { contracts: openLiquidations }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return t('sum.nothing');
  return (
    <>
      <strong>{parts[0]}</strong>
      {parts.slice(1).map((part) => ` · ${part}`)}
      {overdueCases > 0 && <span className="tone-urgent"> · {t('sum.overdue', { cases: overdueCases })}</span>}
    </>
  );
}
