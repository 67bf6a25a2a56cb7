import { ACCOUNT_STATES, type AccountState, ORGANISATION_KINDS, type OrganisationKind } from '@app/identity';
import { ROLES, type Role } from '@app/kernel';
import { Matches } from 'class-validator';
import { Id, ListOf, OneOf, PageQuery, Shaped, Text } from '../http/fields';

export class OrganisationsQuery extends PageQuery {
  @OneOf(ORGANISATION_KINDS, { optional: true }) kind?: OrganisationKind;
}

export class AccountsQuery extends PageQuery {
  @Id({ optional: true }) organisationId?: string;
  @OneOf(ACCOUNT_STATES, { optional: true }) state?: AccountState;
  @OneOf(ROLES, { optional: true }) role?: Role;
  @Text(60, { optional: true, description: 'Một phần tên đăng nhập, họ tên hoặc thư điện tử' }) text?: string;
}

const communes = Matches(/^\d{5}$/, { each: true, message: 'mỗi mã xã gồm 5 chữ số' });

export class CreateAccountRequest {
  @Shaped(/^[a-z0-9][a-z0-9._-]{1,59}$/, 'tên đăng nhập: chữ thường không dấu, số, dấu chấm, gạch nối', {
    example: 'canbo-moi',
  })
  login: string;
  @OneOf(ROLES, { example: 'centre_staff' }) role: Role;
  @Text(60, { optional: true, example: 'TTDVVL-12' }) organisation?: string;
  @Text(120, { optional: true, example: 'Cán bộ mới' }) name?: string;
  @Shaped(/^[^\s@<>,;]+@[^\s@<>,;]+$/, 'địa chỉ thư điện tử', { optional: true, example: 'canbo@test.invalid' })
  email?: string;
  @ListOf(() => String, 200, { optional: true, example: [], each: [communes] }) communes?: string[];
}

export class JurisdictionRequest {
  @ListOf(() => String, 200, { example: ['03280'], each: [communes] }) communes: string[];
}

/** A row as it was pasted: what is wrong with one row is said of that row and keeps no other from being created. */
export class PastedAccountRequest {
  @Text(120) login: string;
  @Text(60) role: string;
  @Text(60, { optional: true }) organisation?: string;
  @Text(120, { optional: true }) name?: string;
  @Text(200, { optional: true }) email?: string;
  @ListOf(() => String, 200, { optional: true, each: [communes] }) communes?: string[];
}

const PASTED = [{ login: 'xa-moi-1', role: 'commune_officer', organisation: 'XA-12001', name: 'Cán bộ xã' }];

export class BulkAccountsRequest {
  @ListOf(() => PastedAccountRequest, 200, { example: PASTED }) accounts: PastedAccountRequest[];
}
