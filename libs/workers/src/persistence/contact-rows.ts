import type { Tx } from '@app/platform';
import type { FamilyContactRecord } from '../domain/worker-record';

/** A relative as the person's page shows one. */
export interface FamilyContactLine {
  readonly id: string;
  readonly fullName: string;
  readonly kin: string | null;
  readonly phone: string | null;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
  /** The relative agrees to be told of this person's case. */
  readonly consent: boolean;
  /** Numbers it had before, newest first. */
  readonly formerPhones: readonly string[];
}

const values = ({ fullName, kin, phone, communeCode, hamlet, consent }: FamilyContactRecord) => [
  fullName,
  kin ?? null,
  phone ?? null,
  communeCode ?? null,
  hamlet ?? null,
  consent ?? false,
];
const UNIT_OF_TODAY = `(select u.id from admin_unit u where u.level = 'commune' and u.code = $6 and business_day() between u.valid_from and u.valid_to)`;

export const ContactRows = {
  async list(tx: Tx, workerId: string): Promise<FamilyContactLine[]> {
    return tx.query<FamilyContactLine & Record<string, unknown>>(
      `select id, full_name as "fullName", kin, phone, commune_code as "communeCode", hamlet, consent,
         array(select o.phone from former_phone o where o.worker_id = f.worker_id and o.contact_id = f.id and o.phone is distinct from f.phone group by o.phone order by max(o.id) desc limit 5) as "formerPhones"
       from family_contact f where worker_id = $1 order by created_at, id`,
      [workerId],
    );
  },

  async add(tx: Tx, workerId: string, id: string, contact: FamilyContactRecord): Promise<void> {
    await tx.execute(
      `insert into family_contact (id, worker_id, full_name, kin, phone, commune_code, declared_unit_id, hamlet, consent) values ($1, $2, $3, $4, $5, $6, ${UNIT_OF_TODAY}, $7, $8)`,
      [id, workerId, ...values(contact)],
    );
  },

  /** A number that is replaced is kept. Written anew, so that a change of units before today does not move it. False: no such contact of this person. */
  async change(tx: Tx, workerId: string, id: string, contact: FamilyContactRecord): Promise<boolean> {
    await tx.execute(
      `insert into former_phone (worker_id, contact_id, phone, account_id) select worker_id, id, phone, $4 from family_contact
        where id = $1 and worker_id = $2 and phone is not null and phone is distinct from $3`,
      [id, workerId, contact.phone ?? null, tx.actor.accountId],
    );
    return (
      (await tx.execute(
        `update family_contact set full_name = $3, kin = $4, phone = $5, commune_code = $6, declared_unit_id = ${UNIT_OF_TODAY}, hamlet = $7, consent = $8, created_at = now()
          where id = $1 and worker_id = $2`,
        [id, workerId, ...values(contact)],
      )) === 1
    );
  },

  async remove(tx: Tx, workerId: string, id: string): Promise<boolean> {
    return (await tx.execute(`delete from family_contact where id = $1 and worker_id = $2`, [id, workerId])) === 1;
  },
};
