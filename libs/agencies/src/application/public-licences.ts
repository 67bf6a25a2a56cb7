import { foldText, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { PublicLicence } from '../domain/licence';
import { PublicLicenceRows } from '../persistence/public-licence-rows';

const MOST = 20;
/** Shorter text would list the register. */
const SHORTEST = 2;

/** "Is this firm licensed?", for anybody. */
@Injectable()
export class PublicLicences {
  constructor(private readonly runner: TransactionRunner) {}

  async find(text: string): Promise<PublicLicence[]> {
    if (foldText(text).length < SHORTEST) return [];
    return this.runner.run(systemActor('public'), (tx) => PublicLicenceRows.find(tx, text, MOST), { timeoutMs: 3_000 });
  }
}
