import type { Tx } from '@app/platform';
import type { ContractDecision, ForeignPartner, SupplyContract, SupplyTerms } from '../domain/supply-contract';

const CONTRACT = `c.id, c.agency_id as "agencyId", c.partner_id as "partnerId", p.name as "partnerName", c.number, c.market, c.occupation, c.employer, c.quota,
  c.signed_on as "signedOn", c.valid_until as "validUntil", c.terms, c.state, c.registration_number as "registrationNumber", c.registered_on as "registeredOn", c.reason`;

export type NewPartner = Pick<ForeignPartner, 'id' | 'name' | 'market' | 'registration' | 'address'>;
export type NewContract = Omit<SupplyContract, 'partnerName' | 'state' | 'registrationNumber' | 'registeredOn' | 'reason' | 'terms'> & {
  readonly terms: SupplyTerms;
};

export const SupplyRows = {
  async partners(tx: Tx, agencyId: string): Promise<ForeignPartner[]> {
    return tx.query<ForeignPartner & Record<string, unknown>>(
      `select id, name, market, registration, address, active from foreign_partner where agency_id = $1 order by market, name limit 500`,
      [agencyId],
    );
  },

  /** The partner of this name in the market, known or made now. */
  async putPartner(tx: Tx, agencyId: string, partner: NewPartner): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `insert into foreign_partner (id, agency_id, name, market, registration, address) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint foreign_partner_unique do update set active = true, registration = coalesce(excluded.registration, foreign_partner.registration),
         address = coalesce(excluded.address, foreign_partner.address) returning id`,
      [partner.id, agencyId, partner.name, partner.market, partner.registration, partner.address],
    );
    return row!.id;
  },

  async contracts(tx: Tx, agencyId: string): Promise<SupplyContract[]> {
    return tx.query<SupplyContract & Record<string, unknown>>(
      `select ${CONTRACT} from supply_contract c join foreign_partner p on p.id = c.partner_id where c.agency_id = $1 order by c.signed_on desc, c.id limit 500`,
      [agencyId],
    );
  },

  /** `lock`: nobody else decides on the contract or on its places until this transaction ends. */
  async find(tx: Tx, id: string, lock = false): Promise<SupplyContract | undefined> {
    const rows = await tx.query<SupplyContract & Record<string, unknown>>(
      `select ${CONTRACT} from supply_contract c join foreign_partner p on p.id = c.partner_id where c.id = $1${lock ? ' for no key update of c' : ''}`,
      [id],
    );
    return rows[0];
  },

  /** False: the agency has filed another contract of this number. The same row again changes nothing. */
  async file(tx: Tx, row: NewContract): Promise<boolean> {
    const [known] = await tx.query<{ there: boolean }>(
      `with made as (
         insert into supply_contract (id, agency_id, partner_id, number, market, occupation, employer, quota, signed_on, valid_until, terms)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id)
       select exists (select from made) or exists (select from supply_contract where id = $1) as there`,
      [
        row.id,
        row.agencyId,
        row.partnerId,
        row.number,
        row.market,
        row.occupation,
        row.employer,
        row.quota,
        row.signedOn,
        row.validUntil,
        JSON.stringify(row.terms),
      ],
    );
    return known!.there;
  },

  async decide(tx: Tx, id: string, { state, registrationNumber, registeredOn, reason }: ContractDecision): Promise<void> {
    await tx.execute(
      `update supply_contract set state = $2, registration_number = coalesce($3, registration_number), registered_on = coalesce($4::date, registered_on), reason = $5,
         decided_by = $6, decided_at = now() where id = $1`,
      [id, state, registrationNumber ?? null, registeredOn ?? null, reason ?? null, tx.actor.accountId],
    );
  },

  /** Places of all approved orders of the contract, also in provinces this scope does not see. */
  async placesOf(tx: Tx, contractId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(`select contract_places($1) as n`, [contractId]);
    return row!.n;
  },
};
