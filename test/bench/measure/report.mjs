import { writeFileSync } from 'node:fs';

const number = (value) => (value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));
const holds = (value, { op, to }) => (op === '<=' ? value <= to : value >= to);
const words = (bound) => (bound ? `${bound.op === '<=' ? '≤' : '≥'} ${bound.to}` : '');

/** What was measured. A line has what we did, what the limit did, and the bound that is judged; a missed `must` fails the run. */
export class Report {
  lines = [];

  constructor(about) {
    this.about = about;
  }

  /**
   * @param {{ work: string, ours?: number, limit?: number, unit?: string, value: number, of: string, must?: { op: '<=' | '>=', to: number },
   *   goal?: { op: '<=' | '>=', to: number }, rows?: object, plans?: string[], notes?: string }} line
   *   value: the number that the bounds judge; of: what it is (`x of the limit`, `ms`, `MB`)
   */
  add(line) {
    const judged = {
      ...line,
      ok: line.must ? holds(line.value, line.must) : true,
      reachesGoal: line.goal ? holds(line.value, line.goal) : undefined,
    };
    this.lines.push(judged);
    const sides = [line.ours !== undefined && `ours ${number(line.ours)}`, line.limit !== undefined && `limit ${number(line.limit)}`]
      .filter(Boolean)
      .join(', ');
    const verdict = line.must ? (judged.ok ? (judged.reachesGoal ? 'goal' : 'ok') : 'MISSED') : '';
    console.log(
      `${line.work}: ${number(line.value)} ${line.of}${sides ? ` (${sides} ${line.unit ?? 'ms'})` : ''}${line.must ? `; must ${words(line.must)}, goal ${words(line.goal)}: ${verdict}` : ''}`,
    );
    if (line.rows)
      console.log(
        `    rows: ${Object.entries(line.rows)
          .map(([name, count]) => `${name} ${count}`)
          .join(', ')}`,
      );
    if (line.notes) console.log(`    ${line.notes}`);
    for (const plan of line.plans ?? []) console.log(`    plan: ${plan}`);
  }

  /** A bench that could not run is a failure, never a silence. */
  failed(work, error) {
    this.lines.push({ work, ok: false, error: String(error?.message ?? error) });
    console.log(`${work}: DID NOT RUN: ${error?.stack ?? error}`);
  }

  print() {
    const rows = this.lines.map((l) => [
      l.work,
      l.error ? 'did not run' : `${number(l.value)} ${l.of}`,
      words(l.must),
      words(l.goal),
      l.ok ? (l.must ? 'ok' : '') : 'MISSED',
    ]);
    const head = ['work', 'measured', 'must', 'goal', ''];
    const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
    console.log('');
    for (const row of [head, widths.map((w) => '-'.repeat(w)), ...rows])
      console.log(row.map((cell, i) => cell.padEnd(widths[i])).join(' | '));
    const missed = this.lines.filter((line) => !line.ok).length;
    console.log(`\n${this.lines.length} tried, ${missed} failed`);
    return missed;
  }

  write(path) {
    writeFileSync(path, `${JSON.stringify({ ...this.about, at: new Date().toISOString(), lines: this.lines }, null, 2)}\n`);
    console.log(`written: ${path}`);
  }
}
