import { BEFORE_EXIT, LEGAL_FORMS, requiredGuards } from '@app/casework';
import { type Actor, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type { ClassDetail, ClassKind, ClassLine, ClassState } from '../domain/training-class';
import { type CertificateLine, CertificateRows } from '../persistence/certificate-rows';
import { ClassRows } from '../persistence/class-rows';
import { SeatRows, type Uncertified } from '../persistence/seat-rows';

/** Forms of going whose law asks for the orientation. */
const TRAINED_FORMS = LEGAL_FORMS.filter((form) => requiredGuards(form).includes('ORIENTATION'));

/** From the selection on: before it nobody knows whether the person will go. */
const CONTRACT_NEAR = BEFORE_EXIT.slice(BEFORE_EXIT.indexOf('SELECTED'));

/** As many as one bulk report holds. */
const UNCERTIFIED_AT_ONCE = 500;

/** What the desks read of classes: own ones, and those where somebody of theirs has a seat. */
@Injectable()
export class ClassQueries {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, filter: { kind?: ClassKind; state?: ClassState }): Promise<{ classes: ClassLine[] }> {
    return this.runner.run(actor, async (tx) => ({ classes: await ClassRows.list(tx, filter, 200) }));
  }

  async detail(actor: Actor, classId: string): Promise<ClassDetail> {
    return this.runner.run(actor, async (tx) => {
      const found = await ClassRows.find(tx, classId);
      if (!found) throw notFound('Không tìm thấy lớp này trong phạm vi của bạn.');
      return { ...found, sessions: await ClassRows.sessions(tx, classId), people: await ClassRows.people(tx, classId) };
    });
  }

  /** Who still needs such a class, whoever leaves soonest first. */
  async wanting(actor: Actor, classId: string): Promise<{ people: Awaited<ReturnType<typeof SeatRows.wanting>> }> {
    return this.runner.run(actor, async (tx) => {
      const found = await ClassRows.find(tx, classId);
      if (!found) throw notFound('Không tìm thấy lớp này trong phạm vi của bạn.');
      return { people: await SeatRows.wanting(tx, classId, found.kind, BEFORE_EXIT, await certificateMonths(tx)) };
    });
  }

  /** The agency's people who still need a certificate of orientation, for the agency to confirm a class or name its own. */
  async uncertified(actor: Actor): Promise<{ people: Uncertified[]; more: boolean }> {
    return this.runner.run(actor, async (tx) => {
      const people = await SeatRows.uncertified(tx, CONTRACT_NEAR, TRAINED_FORMS, await certificateMonths(tx), UNCERTIFIED_AT_ONCE + 1);
      return { people: people.slice(0, UNCERTIFIED_AT_ONCE), more: people.length > UNCERTIFIED_AT_ONCE };
    });
  }

  async certificates(actor: Actor, caseId: string): Promise<{ certificates: CertificateLine[] }> {
    return this.runner.run(actor, async (tx) => {
      if (!(await CertificateRows.seesCase(tx, caseId))) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      return { certificates: await CertificateRows.ofCase(tx, caseId) };
    });
  }

  /** "100 % trained before exit" of the plans: exits of the period whose form asks for training, and those with a certificate good on the day. */
  async trainedBeforeExit(actor: Actor, from: LocalDate, to: LocalDate): Promise<{ exits: number; trained: number }> {
    return this.runner.run(actor, async (tx) =>
      CertificateRows.trainedBeforeExit(tx, from, to, TRAINED_FORMS, await certificateMonths(tx)),
    );
  }
}

const certificateMonths = async (tx: Tx) => (await PolicyBook.at(tx)).requireValue<number>('orientation.certificate_months');
