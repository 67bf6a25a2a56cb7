import type { ReactNode } from 'react';
import type { SupplyContractResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { useMarkets } from '../../parts/markets';
import { t } from './order-words';

const TONES: Readonly<Record<string, string>> = {
  filed: 'chip chip-soon',
  registered: 'chip chip-done',
  refused: 'chip chip-urgent',
  ended: 'chip',
};

/** One supply contract in a line; `children`: what may be done with it. */
export function ContractLine({ contract, children }: { contract: SupplyContractResponse; children?: ReactNode }) {
  const { nameOf } = useMarkets();
  const { number, partnerName, market, occupation, quota, signedOn, validUntil, state, registrationNumber, registeredOn, reason } =
    contract;
  return (
    <li>
      <strong>{number}</strong> <span className={TONES[state]}>{t(`contractState.${state as 'filed'}`)}</span> {partnerName} ·{' '}
      {nameOf(market)} · {occupation} · {t('quotaOf', { quota: formatNumber(quota) })}
      <span className="quiet small">
        {' '}
        {t('signed', { day: formatDay(signedOn) })}
        {registrationNumber && ` · ${t('registeredAs', { number: registrationNumber, day: formatDay(registeredOn) })}`}
        {validUntil && ` · ${t('validUntil', { day: formatDay(validUntil) })}`}
        {reason && ` · ${reason}`}
      </span>
      {children}
    </li>
  );
}
