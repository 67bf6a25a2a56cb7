import { area } from '../../../language/words';
import vi from '../../../language/vi/accounts.json';

export const t = area('accounts', vi);
export const ACCOUNTS = ['accounts'];
export const ACCOUNT_ROLES = [
  'centre_staff',
  'department_officer',
  'leader',
  'agency_clerk',
  'commune_officer',
  'bank_officer',
  'administrator',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** Which roles the people of an organisation may hold. */
export const ROLES_OF_KIND: Readonly<Record<string, readonly AccountRole[]>> = {
  department_of_home_affairs: ['department_officer', 'leader'],
  employment_service_centre: ['centre_staff', 'leader'],
  sending_agency: ['agency_clerk'],
  commune_peoples_committee: ['commune_officer'],
  bank_office: ['bank_officer'],
};
