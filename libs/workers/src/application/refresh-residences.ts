import { Injectable } from '@nestjs/common';
import { DeskTasks } from '@app/identity';
import { AuditTrail, type Tx } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { type CommuneMove, ResidenceRows } from '../persistence/residence-rows';

/**
 * After a change of units: people of a commune that is gone belong to its successor of today; where it was divided nobody guesses, the centre
 * gets a task per person. The unit they declared stays as it was; their cases follow by a trigger of casework.
 */
@Injectable()
export class RefreshResidences {
  /** Runs as the background role; a second run finds nothing to move. */
  async apply(tx: Tx): Promise<{ moved: number; asked: number }> {
    const gazetteer = await Gazetteer.load(tx);
    const moves: CommuneMove[] = [];
    for (const code of await ResidenceRows.codesInUse(tx)) {
      const answer = gazetteer.resolveCode(code, { level: 'commune' });
      if (answer.kind === 'unknown' || (answer.kind === 'found' && answer.today.code === code)) continue;
      const province = answer.kind === 'found' ? gazetteer.today(answer.today.code)?.province : undefined;
      moves.push({ from: code, to: answer.kind === 'found' && province ? { communeCode: answer.today.code, provinceCode: province } : null });
    }
    if (moves.length === 0) return { moved: 0, asked: 0 };
    const { moved, asked } = await ResidenceRows.move(tx, moves);
    await DeskTasks.openMany(tx, asked.map(({ id, provinceCode }) => ({ desk: 'centre' as const, province: provinceCode, kind: 'CHOOSE_COMMUNE', dedupeKey: `choose-commune:${id}`, workerId: id })));
    await AuditTrail.record(tx, { action: 'workers.move-residences', subject: { kind: 'territory' }, detail: { communes: moves.length, moved, asked: asked.length } });
    return { moved, asked: asked.length };
  }
}
