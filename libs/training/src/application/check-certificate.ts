import type { LocalDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CertificateDoor, type PrintedCertificate } from '../persistence/certificate-door';

/** Anybody with a printed certificate asks whether it is real: what it says, never whose it is. */
@Injectable()
export class CheckCertificate {
  constructor(private readonly door: CertificateDoor) {}

  async run(code: string): Promise<{ certificate: PrintedCertificate | null; today: LocalDate }> {
    return this.door.ask(code.trim().toUpperCase());
  }
}
