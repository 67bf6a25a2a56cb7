import { Injectable } from '@nestjs/common';
import { DeskTasks } from '@app/identity';
import { AuditTrail, type Tx } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { chooseCommuneKey, chooseRelativeCommuneKey } from '../domain/choose-commune-key';
import { type Asked, type Place, type PlaceMove, ResidenceRows } from '../persistence/residence-rows';
import { type UnitsChange, placeMove } from './place-move';

/**
 * After a change of units: people and relatives of a commune that is gone belong to its successor of today; where it was divided nobody guesses, the
 * centre gets a task per person, also when a part goes on under the old code. Whoever a person placed under the new units stays. The unit they
 * declared stays as it was; their cases follow by a trigger of casework.
 */
@Injectable()
export class RefreshResidences {
  /** Runs as the background role; a second run of the same change finds nothing to move. `moved` counts people, `asked` people and relatives' keepers. */
  async apply(tx: Tx, change: UnitsChange): Promise<{ moved: number; asked: number }> {
    const gazetteer = await Gazetteer.load(tx);
    const moves = (places: readonly Place[]): PlaceMove[] => places.flatMap((place) => placeMove(gazetteer, place, change) ?? []);
    const people = await ResidenceRows.movePeople(tx, moves(await ResidenceRows.placesOfPeople(tx)), change);
    const relatives = await ResidenceRows.moveRelatives(tx, moves(await ResidenceRows.placesOfRelatives(tx)), change);
    if (people.moved + relatives.moved === 0) return { moved: 0, asked: 0 };
    await DeskTasks.openMany(tx, [
      ...people.asked.map((one) => question(one, chooseCommuneKey(one.workerId, change.day), {})),
      ...relatives.asked.map((one) => question(one, chooseRelativeCommuneKey(one.workerId, change.day), { relative: true })),
    ]);
    for (const { workerId, since } of people.placed) await DeskTasks.close(tx, chooseCommuneKey(workerId, since), 'placed');
    const asked = people.asked.length + relatives.asked.length;
    await AuditTrail.record(tx, {
      action: 'workers.move-residences',
      subject: { kind: 'territory' },
      detail: { day: change.day, whole: change.whole, moved: people.moved, relatives: relatives.moved, asked },
    });
    return { moved: people.moved, asked };
  }
}

function question({ workerId, provinceCode }: Asked, dedupeKey: string, detail: Record<string, unknown>) {
  return { desk: 'centre' as const, province: provinceCode, kind: 'CHOOSE_COMMUNE', dedupeKey, workerId, detail };
}
