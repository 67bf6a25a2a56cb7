import { fold } from '../../../language/fold';

export interface Place {
  readonly communeCode: string;
  readonly name: string;
}

export interface PastedTargets {
  /** Written figure by commune code. */
  readonly cells: Readonly<Record<string, string>>;
  /** Names of the paste that no commune bears. */
  readonly unknown: readonly string[];
}

const bare = (name: string) =>
  fold(name)
    .replace(/^(xa|phuong|dac khu|tt|thi tran) /, '')
    .trim();

/**
 * Cells copied from a sheet. One column: the communes below the field it was pasted into, in the order of the screen. Two columns or more: a
 * name or code in the first, the figure in the last. A name that two communes share without their marks is left to the person.
 */
export function readPastedTargets(text: string, places: readonly Place[], from: string): PastedTargets {
  const lines = text
    .replace(/\r/g, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean));
  if (!lines.some((cells) => cells.length > 1)) {
    const start = Math.max(
      0,
      places.findIndex(({ communeCode }) => communeCode === from),
    );
    return {
      cells: Object.fromEntries(lines.flatMap(([cell], i) => (places[start + i] ? [[places[start + i]!.communeCode, cell!]] : []))),
      unknown: [],
    };
  }
  const cells: Record<string, string> = {};
  const unknown: string[] = [];
  for (const line of lines) {
    const [name, figure] = [line[0]!, line.at(-1)!];
    const place = placeOf(name, places);
    if (place) cells[place.communeCode] = figure;
    else unknown.push(name);
  }
  return { cells, unknown };
}

function placeOf(written: string, places: readonly Place[]): Place | undefined {
  const exact = places.find(
    ({ communeCode, name }) => (communeCode !== '' && communeCode === written) || name.normalize('NFC') === written.normalize('NFC'),
  );
  if (exact) return exact;
  const alike = places.filter(({ name }) => bare(name) === bare(written));
  return alike.length === 1 ? alike[0] : undefined;
}
