import type { LocalDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

export interface PrintedCertificate extends QueryResultRow {
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
}

/** The public page's way to one certificate: a single statement outside any scope that calls one resolver function. */
@Injectable()
export class CertificateDoor {
  constructor(private readonly dataSource: DataSource) {}

  async ask(code: string): Promise<{ certificate: PrintedCertificate | null; today: LocalDate }> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const { rows } = await pool.query<PrintedCertificate & { today: LocalDate; found: boolean }>({
      name: 'door_certificate',
      text: `select c.kind is not null as found, c.kind, c.number, c.issuer, c.market, c.occupation, c.issued_on as "issuedOn", c.valid_until as "validUntil", business_day() as today
        from (select 1) one left join certificate_by_code($1) c on true`,
      values: [code],
    });
    const { found, today, ...certificate } = rows[0]!;
    return { certificate: found ? (certificate as PrintedCertificate) : null, today };
  }
}
