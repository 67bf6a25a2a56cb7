import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';

@Injectable()
export class RefreshResidences {
  /** Consumer of `territory.units-changed.v1`; taken once per outbox row. Returns how many persons moved to another commune of today. */
  async run(_messageId: number): Promise<{ workers: number; cases: number; asked: number }> {
    throw new Error('not yet');
  }

  async apply(_tx: Tx): Promise<{ workers: number; cases: number; asked: number }> {
    throw new Error('not yet');
  }
}
