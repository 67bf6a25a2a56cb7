import type { Tx } from '@app/platform';
import type { NamedAgency } from '../domain/agency-names';
import type { LicencePeriod } from '../domain/licence';

export const AgencyRows = {
  /** Sending agencies and service centres (public programmes run without an agency). */
  async named(tx: Tx): Promise<NamedAgency[]> {
    return tx.query<{ id: string; key: string; name: string; aliases: string[] }>(
      `select o.id, o.key, o.name, coalesce(array_agg(a.alias) filter (where a.alias is not null), '{}') as aliases
         from organisation o left join organisation_alias a on a.organisation_id = o.id
        where o.kind in ('sending_agency', 'employment_service_centre') and o.active
        group by o.id order by o.key`,
    );
  },

  async licence(tx: Tx, organisationId: string): Promise<LicencePeriod[]> {
    return tx.query<LicencePeriod>(
      `select number, state, nullif(lower(valid), '-infinity') as "from", nullif(upper(valid), 'infinity') as until, basis
         from agency_licence where organisation_id = $1 order by valid`,
      [organisationId],
    );
  },

  /** Ends the open period on `from` and starts the new one; history is never overwritten, and the same change again changes nothing. */
  async changeLicence(
    tx: Tx,
    row: {
      id: string;
      organisationId: string;
      number: string;
      state: LicencePeriod['state'];
      from: string;
      lastDay?: string;
      basis: string;
    },
  ): Promise<void> {
    await tx.execute(
      `update agency_licence set valid = daterange(lower(valid), $2::date) where organisation_id = $1 and valid @> $2::date and lower(valid) is distinct from $2::date`,
      [row.organisationId, row.from],
    );
    await tx.execute(
      `insert into agency_licence (id, organisation_id, number, valid, state, basis) values ($1, $2, $3, daterange($4::date, $7::date, '[]'), $5, $6)
       on conflict (id) do nothing`,
      [row.id, row.organisationId, row.number, row.from, row.state, row.basis, row.lastDay ?? null],
    );
  },
};
