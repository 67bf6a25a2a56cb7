import type { DifferenceAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/differences.json';

const t = area('differences', vi);

type NameOf = (market: string) => string;

const shown = ({ field }: DifferenceAnswer, value: string, nameOf: NameOf): string =>
  field === 'fullName' ? value : field === 'market' ? nameOf(value) : formatDay(value);

export const fieldWord = (field: string): string => t(`field.${field as 'market'}`);

/** What the centre has, as people read it. */
export const oursOf = (one: DifferenceAnswer, nameOf: NameOf): string => (one.ours === null ? t('blank') : shown(one, one.ours, nameOf));

/** What the list has; words that nobody can read as they stand there. */
export const theirsOf = (one: DifferenceAnswer, nameOf: NameOf): string =>
  one.theirs !== null ? shown(one, one.theirs, nameOf) : one.written ? t('unclear', { written: one.written }) : t('blank');
