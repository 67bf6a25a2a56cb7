import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LegalForm } from '../domain/guards';

export interface OpenCaseCommand {
  readonly workerId: string;
  readonly requestId: string;
  readonly agencyId?: string | null;
  readonly legalForm?: LegalForm | null;
  readonly programme?: string | null;
  readonly market?: string | null;
  readonly registeredOn?: LocalDate;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly caseCode: string;
  readonly version: number;
}

@Injectable()
export class OpenCase {
  async run(_actor: Actor, _command: OpenCaseCommand): Promise<OpenedCase> {
    throw new Error('not yet');
  }

  async apply(_tx: Tx, _command: OpenCaseCommand): Promise<OpenedCase> {
    throw new Error('not yet');
  }
}
