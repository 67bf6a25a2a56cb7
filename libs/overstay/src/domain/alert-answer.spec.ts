import { asksForReturn, CLOSING_DEEDS, closingDeedsOf } from './alert-answer';
import { ALERT_FAMILIES } from './alert-rule';
import { MONEY_FAMILIES } from './money-clocks';

describe('what ends a question', () => {
  it.each([
    ['PASSPORT_180', 'PASSPORT', ['RENEWAL_STARTED']],
    ['LOAN_DECISION_2', 'LOAN_DECISION', ['BANK_ASKED']],
    ['LOAN_DECISION_0', 'LOAN_DECISION', []],
    ['INSTALMENT_OVER_1', 'INSTALMENT', ['PAYER_REMINDED']],
    ['INSTALMENT_OVER_30', 'INSTALMENT', []],
    ['EPS_ESCROW_35_33', 'EPS_ESCROW_35', ['PAYER_REMINDED']],
    ['EPS_ESCROW_35_35', 'EPS_ESCROW_35', []],
    ['LIQUIDATION_180_150', 'LIQUIDATION_180', ['SETTLEMENT_STARTED']],
    ['LIQUIDATION_180_180', 'LIQUIDATION_180', []],
    ['REFUND_DUE_7', 'REFUND_DUE', ['SETTLEMENT_STARTED']],
    ['REFUND_DUE_OVER_1', 'REFUND_DUE', []],
    ['END_UNKNOWN_5', 'END_UNKNOWN', []],
  ] as const)('%s', (rule, family, deeds) => expect(closingDeedsOf({ rule, family })).toEqual(deeds));

  it('leaves no clock of money to one of the four answers, and each to a deed while its day lies ahead', () => {
    expect(MONEY_FAMILIES.filter(asksForReturn)).toEqual([]);
    // What only a paper can say is left to the paper: the end of a contract.
    expect(ALERT_FAMILIES.filter((family) => !asksForReturn(family) && CLOSING_DEEDS[family].length === 0)).toEqual(['END_UNKNOWN']);
  });
});
