import { rungText } from './rung-text';

describe('the rung of a rule in words', () => {
  it.each([
    ['EXPIRY_60', ', trước 60 ngày'],
    ['SEASONAL_EXPIRY_14', ', trước 14 ngày'],
    ['RETURN_UNCONFIRMED_0', ', đúng ngày'],
    ['RETURN_UNCONFIRMED_3', ', sau 3 ngày'],
    ['PASSPORT_180', ', trước 180 ngày'],
    ['LOAN_DECISION_2', ', trước 2 ngày'],
    ['LOAN_DECISION_0', ', đúng ngày'],
    ['INSTALMENT_7', ', trước 7 ngày'],
    ['INSTALMENT_OVER_30', ', sau 30 ngày'],
    ['EPS_ESCROW_35_25', ', sau 25 ngày'],
    ['LIQUIDATION_180_90', ', sau 90 ngày'],
    ['REFUND_DUE_7', ', trước 7 ngày'],
    ['REFUND_DUE_OVER_1', ', sau 1 ngày'],
    ['ABSCONDED_REPORT', ''],
  ])('%s%s', (code, words) => expect(rungText(code)).toBe(words));
});
