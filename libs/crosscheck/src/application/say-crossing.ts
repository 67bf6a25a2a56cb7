import { type Actor, DomainError, type LocalDate, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Crossing, CROSSINGS, type Voice } from '../domain/voices';
import { VoiceRows } from '../persistence/voice-rows';
import { type JudgedCrossing, judgeCrossings, settleCrossings } from './settle-crossings';

export interface SayCommand {
  readonly caseId: string;
  readonly crossing: Crossing;
  readonly voice: Voice;
  readonly happened: boolean;
  readonly on?: LocalDate;
  readonly note?: string;
  readonly requestId: string;
}

export type ShownCrossing = Pick<JudgedCrossing, 'crossing' | 'statements' | 'verdict'>;

/** Whose word an account may write down: an agency its own, a commune the family's, the centre and the department any that they were shown. */
const OWN: Readonly<Partial<Record<string, readonly Voice[]>>> = {
  agency_clerk: ['AGENCY'],
  commune_officer: ['FAMILY', 'PAPER'],
  centre_staff: ['AGENCY', 'FAMILY', 'PAPER'],
  department_officer: ['PAPER'],
};

/** A word about an exit or a return that is no report of the case: what somebody said or a paper shows, also that it did not happen. */
@Injectable()
export class SayCrossing {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: SayCommand): Promise<{ crossings: ShownCrossing[] }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const seen = await VoiceRows.caseSeen(tx, command.caseId);
        if (!seen) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        if (!OWN[tx.actor.role]?.includes(command.voice))
          throw new DomainError('forbidden', 'VOICE_NOT_YOURS', 'Bạn chỉ ghi được điều đơn vị mình biết. Hãy chọn đúng nguồn tin.');
        if (command.on && command.on > seen.today)
          throw new DomainError('invalid', 'DATE_IN_FUTURE', 'Ngày này chưa tới. Chỉ ghi việc đã xảy ra.', {
            date: command.on,
            today: seen.today,
          });
        const { caseId, crossing, voice, happened, on, note, requestId } = command;
        if (await VoiceRows.say(tx, { id: newId(), caseId, crossing, voice, happened, on: on ?? null, note: note ?? null, requestId }))
          await AuditTrail.record(tx, {
            action: 'crosscheck.say',
            subject: { kind: 'case', id: caseId },
            detail: { crossing, voice, happened },
          });
        return { crossings: inOrder(await settleCrossings(tx, await VoiceRows.ofCase(tx, caseId), seen.today)) };
      },
      { requestId: command.requestId },
    );
  }

  /** What is said of a case. Throws NOT_FOUND for a case that does not exist or is out of scope. */
  async of(actor: Actor, caseId: string): Promise<{ crossings: ShownCrossing[] }> {
    return this.runner.run(actor, async (tx) => {
      const seen = await VoiceRows.caseSeen(tx, caseId);
      if (!seen) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      return { crossings: inOrder(await judgeCrossings(tx, await VoiceRows.ofCase(tx, caseId), seen.today)) };
    });
  }
}

const inOrder = (judged: readonly JudgedCrossing[]): ShownCrossing[] =>
  [...judged]
    .sort((a, b) => CROSSINGS.indexOf(a.crossing) - CROSSINGS.indexOf(b.crossing))
    .map(({ crossing, statements, verdict }) => ({ crossing, statements, verdict }));
