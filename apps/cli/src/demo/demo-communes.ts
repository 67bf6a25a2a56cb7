import type { Tx } from '@app/platform';
import type { DemoCommune } from './demo-people';

export async function communesOf(_tx: Tx, _province: string): Promise<DemoCommune[]> {
  throw new Error('no gazetteer yet');
}
