import { type Actor, type LocalDate, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Era } from '../domain/resolve-written';
import type { UnitAnswer, UnitLevel } from '../domain/unit';
import { Gazetteer } from './gazetteer';

export interface UnitQuestion {
  readonly code?: string;
  readonly level?: UnitLevel;
  /** Day on which the code was written; without it a code in force means today's unit. */
  readonly asOf?: LocalDate;
  readonly name?: string;
  /** Code of today's province; needed with a name. */
  readonly province?: string;
  readonly oldDistrict?: string;
  readonly era?: Era;
}

/** One question about one place, by code or by name. Places are public: any actor may ask. */
@Injectable()
export class ResolveUnit {
  constructor(private readonly runner: TransactionRunner) {}

  async run(question: UnitQuestion, actor: Actor = systemActor('units')): Promise<UnitAnswer> {
    return this.runner.run(actor, async (tx) => {
      const gazetteer = await Gazetteer.load(tx);
      const { code, name, province } = question;
      if (name && province) return gazetteer.resolveWritten(name, { province, oldDistrict: question.oldDistrict, era: question.era });
      return code ? gazetteer.resolveCode(code, question) : { kind: 'unknown' };
    });
  }
}
