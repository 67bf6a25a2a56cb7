import { type Actor, foldText, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FROM_EVER, type FoundUnit, UNTIL_EVER, type UnitAnswer, type UnitLevel } from '../domain/unit';
import { type CommuneOfToday, Gazetteer } from './gazetteer';

export interface UnitsFound {
  /** What the text means, read as an address is: old names too, with candidates where a person must choose. */
  readonly answer: UnitAnswer;
  /** Communes of today whose name holds the words, at most 20. */
  readonly communes: readonly CommuneOfToday[];
}

/** One bearer of a code. Days null = not recorded, or still in force. */
export interface UnitOfCode {
  readonly level: UnitLevel;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** From an official list. */
  readonly verified: boolean;
  /** Where its people are today: one place, or several to choose from. */
  readonly today: readonly FoundUnit[];
}

/** A unit of before whose people live in a unit of today; with `divided` only some of them do. */
export interface MergedUnit extends FoundUnit {
  /** Last day in force. */
  readonly to: string;
  readonly district: string | null;
  readonly divided: boolean;
  readonly verified: boolean;
}

export interface UnitByCode {
  readonly code: string;
  readonly today: CommuneOfToday | null;
  readonly history: readonly UnitOfCode[];
  /** What the unit of today was made of. */
  readonly mergedFrom: readonly MergedUnit[];
}

const MOST = 20;

/** Places for forms: by words, and everything known about one code. */
@Injectable()
export class FindUnits {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param province code of today's province. */
  async byText(actor: Actor, text: string, province: string): Promise<UnitsFound> {
    const gazetteer = await this.runner.run(actor, (tx) => Gazetteer.load(tx));
    const words = foldText(text);
    const communes = gazetteer.communesToday(province).filter(({ name }) => foldText(name).includes(words));
    return { answer: gazetteer.resolveWritten(text, { province }), communes: communes.slice(0, MOST) };
  }

  /** Today's provinces, by name. */
  async provinces(actor: Actor): Promise<FoundUnit[]> {
    const gazetteer = await this.runner.run(actor, (tx) => Gazetteer.load(tx));
    return gazetteer.provincesToday().sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }

  /** Throws NOT_FOUND. */
  async byCode(actor: Actor, code: string): Promise<UnitByCode> {
    const gazetteer = await this.runner.run(actor, (tx) => Gazetteer.load(tx));
    const history = gazetteer.bearers(code).map(({ id, level, name, from, to, verified }): UnitOfCode => {
      const answer = gazetteer.resolveUnit(id);
      const places = answer.kind === 'found' ? [answer.today] : answer.kind === 'unknown' ? [] : answer.candidates;
      return {
        level,
        name,
        from: from === FROM_EVER ? null : from,
        to: to === UNTIL_EVER ? null : to,
        verified,
        today: places.map((place) => ({ unitId: place.unitId, code: place.code, name: place.name })),
      };
    });
    if (!history.length) throw notFound('Không có đơn vị hành chính với mã này.');
    const today = gazetteer.today(code) ?? null;
    return { code, today, history, mergedFrom: today ? mergedInto(gazetteer, today) : [] };
  }
}

function mergedInto(gazetteer: Gazetteer, today: CommuneOfToday): MergedUnit[] {
  return gazetteer
    .predecessors(today.unitId)
    .map(({ unit, divided, district }) => ({
      unitId: unit.id,
      code: unit.code,
      name: unit.name,
      to: unit.to,
      district: district?.name ?? null,
      divided,
      verified: unit.verified,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
