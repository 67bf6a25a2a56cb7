import { type MilestoneKind, RecordMilestone } from '@app/casework';
import { type Actor, DomainError, type LocalDate, newCaseCode, newId } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { CERTIFY_REFUSALS, certificateUntil, decideCertificate } from '../domain/certify';
import type { ClassKind, SeatLine } from '../domain/training-class';
import { CertificateRows } from '../persistence/certificate-rows';
import { ClassRows, type LockedClass } from '../persistence/class-rows';
import { ownClass } from './own-class';

export type CertifyVerdict =
  | { readonly caseId: string; readonly outcome: 'issued' | 'known'; readonly number: string }
  | { readonly caseId: string; readonly outcome: 'refused'; readonly code: string; readonly message: string };

export interface IssueCommand {
  readonly classId: string;
  /** Absent: everybody of the class. */
  readonly caseIds?: readonly string[];
  readonly issuedOn: LocalDate;
  readonly requestId: string;
}

/** The fact of the case that a certificate of the class is. */
const PROVES: Readonly<Record<ClassKind, MilestoneKind>> = {
  ORIENTATION: 'CERTIFICATE_ISSUED',
  LANGUAGE: 'LANGUAGE_PROVEN',
  VOCATION: 'VOCATION_PROVEN',
};

/**
 * Certificates for those who passed and attended enough: number, issuer, country, trade, last day. The core is told of each, for the agency the case is with
 * today. Whoever has one keeps its number; a refusal stops nobody else.
 */
@Injectable()
export class IssueCertificates {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, command: IssueCommand): Promise<CertifyVerdict[]> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { classId, caseIds, issuedOn }: IssueCommand): Promise<CertifyVerdict[]> {
    const found = await ownClass(tx, classId);
    const people = new Map((await ClassRows.people(tx, classId)).map((person) => [person.caseId, person]));
    const openSessions = (await ClassRows.sessions(tx, classId)).filter(({ taken }) => !taken).length;
    const known = await CertificateRows.ofClass(tx, classId);
    const months = (await PolicyBook.at(tx, issuedOn)).requireValue<number>('orientation.certificate_months');
    const wanted = caseIds ?? [...people.values()].filter(({ state }) => state === 'seated').map(({ caseId }) => caseId);
    const verdicts: CertifyVerdict[] = [];
    for (const caseId of new Set(wanted)) {
      const number = known.get(caseId);
      const refused = number === undefined && decideCertificate(certifiable(people.get(caseId)), { ...found, openSessions, issuedOn });
      if (number !== undefined) verdicts.push({ caseId, outcome: 'known', number });
      else if (refused) verdicts.push({ caseId, outcome: 'refused', code: refused, message: CERTIFY_REFUSALS[refused] });
      else verdicts.push(await this.issue(tx, found, caseId, issuedOn, months));
    }
    const issued = verdicts.filter(({ outcome }) => outcome === 'issued').length;
    if (issued > 0)
      await AuditTrail.record(tx, { action: 'training.certify', subject: { kind: 'class', id: classId }, detail: { issued } });
    return verdicts;
  }

  private async issue(
    tx: Tx,
    { id: classId, kind, market, occupation }: LockedClass,
    caseId: string,
    issuedOn: LocalDate,
    months: number,
  ): Promise<CertifyVerdict> {
    const year = Number(issuedOn.slice(0, 4));
    const number = `${String(await CertificateRows.nextSerial(tx, year)).padStart(3, '0')}/${year}/GCN`;
    const validUntil = kind === 'ORIENTATION' ? certificateUntil(issuedOn, months) : null;
    try {
      const { eventId } = await this.milestones.apply(tx, {
        caseId,
        kind: PROVES[kind],
        effectiveOn: issuedOn,
        proof: 'documented',
        requestId: `certificate:${classId}`,
        detail: { reference: number, ...(validUntil && { validUntil }), ...(market && { market }), ...(occupation && { occupation }) },
      });
      await CertificateRows.useSerial(tx, year);
      const agencyId = await CertificateRows.agencyOf(tx, caseId);
      const checkCode = newCaseCode();
      await CertificateRows.insert(tx, {
        id: newId(),
        caseId,
        classId,
        kind,
        number,
        agencyId,
        market,
        occupation,
        issuedOn,
        validUntil,
        checkCode,
        eventId: eventId ?? null,
      });
      return { caseId, outcome: 'issued', number };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { caseId, outcome: 'refused', code: error.code, message: error.message };
    }
  }
}

function certifiable(person: SeatLine | undefined) {
  return { seated: person?.state === 'seated', result: person?.result ?? null, attendedPeriods: person?.attendedPeriods ?? 0 };
}
