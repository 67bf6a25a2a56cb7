import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { isValidOn, type LicencePeriod } from '../domain/licence';
import { AgencyRows } from '../persistence/agency-rows';

/** Whether an agency might send people on a day, with the whole history of its licence (Law 69/2020/QH14, Art. 10-16). */
export const AgencyLicence = {
  async isValidOn(tx: Tx, organisationId: string, day: LocalDate): Promise<boolean> {
    return isValidOn(await AgencyRows.licence(tx, organisationId), day);
  },

  async history(tx: Tx, organisationId: string): Promise<LicencePeriod[]> {
    return AgencyRows.licence(tx, organisationId);
  },
};
