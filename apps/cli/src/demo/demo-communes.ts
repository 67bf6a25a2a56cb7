import type { Tx } from '@app/platform';
import { Gazetteer } from '@app/territory';
import type { DemoCommune } from './demo-people';

/** The communes of today's province, by code. */
export async function communesOf(tx: Tx, province: string): Promise<DemoCommune[]> {
  return (await Gazetteer.load(tx)).communesToday(province).map(({ code, name }) => ({ code, name }));
}
