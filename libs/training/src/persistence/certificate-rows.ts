import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ClassKind } from '../domain/training-class';

export interface NewCertificate {
  readonly id: string;
  readonly caseId: string;
  readonly classId: string | null;
  readonly kind: ClassKind;
  readonly number: string;
  readonly agencyId: string | null;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly checkCode: string;
  readonly eventId: number | null;
}

export interface CertificateLine {
  readonly id: string;
  readonly kind: ClassKind;
  readonly number: string;
  readonly issuerName: string;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly checkCode: string;
}

const LINE = `t.id, t.kind, t.number, o.name as "issuerName", t.market, t.occupation, t.issued_on as "issuedOn", t.valid_until as "validUntil", t.check_code as "checkCode"`;

export const CertificateRows = {
  /** The next number of the issuer in the year, held for this transaction: one after the other, none twice. Used only when {@link useSerial} says so. */
  async nextSerial(tx: Tx, year: number): Promise<number> {
    const [row] = await tx.query<{ next: number }>(
      `insert into certificate_serial as s (organisation_id, year, last) values ($1, $2, 0) on conflict (organisation_id, year) do update set last = s.last returning last + 1 as next`,
      [tx.actor.organisationId, year],
    );
    return row!.next;
  },

  async useSerial(tx: Tx, year: number): Promise<void> {
    await tx.execute(`update certificate_serial set last = last + 1 where organisation_id = $1 and year = $2`, [
      tx.actor.organisationId,
      year,
    ]);
  },

  /** The agency the case is with: the certificate is for it. */
  async agencyOf(tx: Tx, caseId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }>(`select agency_id as id from case_file where id = $1`, [caseId]);
    return row?.id ?? null;
  },

  async insert(tx: Tx, c: NewCertificate): Promise<void> {
    await tx.execute(
      `insert into training_certificate (id, case_id, class_id, kind, number, issuer_id, agency_id, market, occupation, issued_on, valid_until, check_code, event_id, account_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        c.id,
        c.caseId,
        c.classId,
        c.kind,
        c.number,
        tx.actor.organisationId,
        c.agencyId,
        c.market,
        c.occupation,
        c.issuedOn,
        c.validUntil,
        c.checkCode,
        c.eventId,
        tx.actor.accountId,
      ],
    );
  },

  async ofClass(tx: Tx, classId: string): Promise<Map<string, string>> {
    const rows = await tx.query<{ caseId: string; number: string }>(
      `select case_id as "caseId", number from training_certificate where class_id = $1`,
      [classId],
    );
    return new Map(rows.map(({ caseId, number }) => [caseId, number]));
  },

  async seesCase(tx: Tx, caseId: string): Promise<boolean> {
    return (await tx.query(`select from case_file where id = $1`, [caseId])).length > 0;
  },

  async ofCase(tx: Tx, caseId: string): Promise<CertificateLine[]> {
    return tx.query<CertificateLine & Record<string, unknown>>(
      `select ${LINE} from training_certificate t join organisation o on o.id = t.issuer_id where t.case_id = $1 order by t.issued_on desc, t.id`,
      [caseId],
    );
  },

  /** Exits of a period that had to be trained, and those of them with a certificate good on the day of the exit. `needs`: forms that ask for it. */
  async trainedBeforeExit(
    tx: Tx,
    from: LocalDate,
    to: LocalDate,
    needs: readonly string[],
    months: number,
  ): Promise<{ exits: number; trained: number }> {
    const [row] = await tx.query<{ exits: number; trained: number }>(
      `select count(*)::int as exits, count(*) filter (where x.issued <= x.departed_on and coalesce(x.until, (x.issued + make_interval(months => $4))::date) >= x.departed_on)::int as trained
         from (select c.departed_on, (c.facts #>> '{guards,ORIENTATION,on}')::date as issued, (c.facts #>> '{guards,ORIENTATION,until}')::date as until
                 from case_file c where c.departed_on between $1 and $2 and coalesce(c.legal_form, 'SERVICE') = any ($3)) x`,
      [from, to, needs, months],
    );
    return row!;
  },
};
