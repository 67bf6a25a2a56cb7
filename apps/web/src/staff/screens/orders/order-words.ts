import { area } from '../../../language/words';
import vi from '../../../language/vi/orders.json';

export const t = area('orders', vi);
export const ORDERS = ['orders'] as const;
export const STATE_TONES: Readonly<Record<string, string>> = {
  submitted: 'chip chip-soon',
  approved: 'chip chip-done',
  refused: 'chip chip-urgent',
  closed: 'chip',
};
