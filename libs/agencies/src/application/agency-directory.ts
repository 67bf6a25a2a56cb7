import type { Tx } from '@app/platform';
import { AgencyNames } from '../domain/agency-names';
import { AgencyRows } from '../persistence/agency-rows';

/** The names of all agencies and programme offices, to match many written names without asking the database again. */
export const AgencyDirectory = {
  async names(tx: Tx): Promise<AgencyNames> {
    return new AgencyNames(await AgencyRows.named(tx));
  },
};
