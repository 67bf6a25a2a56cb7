import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';
import { readTargets, type Target, type TargetFault } from '../domain/target';
import { LeadRows } from '../persistence/lead-rows';
import { TargetRows } from '../persistence/target-rows';

export interface TargetsOfYear {
  readonly year: number;
  /** The province's own figure. */
  readonly province: number | null;
  /** What its communes add up to. */
  readonly sum: number;
  readonly communes: readonly { readonly communeCode: string; readonly name: string; readonly exits: number | null }[];
}

export interface TargetsPut {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface TargetsRead extends TargetsPut {
  readonly rows: number;
  readonly refused: readonly TargetFault[];
}

/** Yearly targets of exits by commune, entered on a screen or read from a file. */
@Injectable()
export class SetTargets {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param asked default: the year of the business day. */
  async list(actor: Actor, asked?: number): Promise<TargetsOfYear> {
    const province = provinceOf(actor);
    return this.runner.run(actor, async (tx) => {
      const year = asked ?? Number((await LeadRows.day(tx)).today.slice(0, 4));
      const targets = new Map((await TargetRows.list(tx, province, year)).map(({ communeCode, exits }) => [communeCode, exits]));
      const communes = (await Gazetteer.load(tx)).communesToday(province);
      const own = communes.map(({ code, name }) => ({ communeCode: code, name, exits: targets.get(code) ?? null }));
      return { year, province: targets.get(null) ?? null, sum: own.reduce((sum, { exits }) => sum + (exits ?? 0), 0), communes: own };
    });
  }

  /** Throws TARGET_PLACE_UNKNOWN; figures not named stay as they are. */
  async put(actor: Actor, year: number, targets: readonly Target[], requestId = ''): Promise<TargetsPut> {
    const province = provinceOf(actor, true);
    return this.runner.run(
      actor,
      async (tx) => {
        const gazetteer = await Gazetteer.load(tx);
        const foreign = targets.filter(({ communeCode }) => communeCode !== null && gazetteer.today(communeCode)?.province !== province);
        if (foreign.length)
          throw new DomainError(
            'invalid',
            'TARGET_PLACE_UNKNOWN',
            'Có xã không thuộc tỉnh của bạn hoặc đã đổi tên, sáp nhập. Hãy chọn xã hiện nay.',
            {
              communes: foreign.map(({ communeCode }) => communeCode).slice(0, 20),
            },
          );
        const once = [...new Map(targets.map((one) => [one.communeCode, one])).values()];
        const put = await TargetRows.put(tx, province, year, once);
        await AuditTrail.record(tx, {
          action: 'reporting.set-targets',
          subject: { kind: 'target', id: String(year) },
          detail: { ...put, year },
        });
        return { ...put, unchanged: once.length - put.created - put.updated };
      },
      { requestId },
    );
  }

  /** Rows of a sheet as text. Undefined: the sheet has no header of targets. A row that cannot be read is named and the others are taken. */
  async read(actor: Actor, lines: readonly (readonly string[])[], dryRun: boolean): Promise<TargetsRead | undefined> {
    const province = provinceOf(actor, true);
    const read = readTargets(lines);
    if (!read) return undefined;
    const gazetteer = await this.runner.run(actor, (tx) => Gazetteer.load(tx));
    const refused: TargetFault[] = [...read.faults];
    const years = new Map<number, Map<string, Target>>();
    for (const { row, place, year, exits } of read.rows) {
      const answer = /^\d{5}$/.test(place) ? gazetteer.resolveCode(place) : gazetteer.resolveWritten(place, { province });
      const code = answer.kind === 'found' ? answer.today.code : undefined;
      const known = years.get(year) ?? years.set(year, new Map()).get(year)!;
      if (!code || gazetteer.today(code)?.province !== province)
        refused.push({ row, code: 'TARGET_PLACE_UNKNOWN', message: `Không xác định được xã "${place}". Hãy ghi mã hoặc tên xã hiện nay.` });
      else if (known.has(code)) refused.push({ row, code: 'TARGET_TWICE', message: 'Xã này đã có chỉ tiêu ở dòng trên.' });
      else known.set(code, { communeCode: code, exits });
    }
    const sum = { created: 0, updated: 0, unchanged: 0 };
    for (const [year, targets] of dryRun ? [] : years) {
      const put = await this.put(actor, year, [...targets.values()]);
      for (const key of Object.keys(sum) as (keyof TargetsPut)[]) sum[key] += put[key];
    }
    return { rows: read.rows.length + read.faults.length, ...sum, refused: refused.sort((a, b) => a.row - b.row) };
  }
}

/** Targets belong to a whole province; whoever answers for some communes only may read and not write them. */
function provinceOf({ scope }: Actor, whole = false): string {
  if (scope.kind === 'province' || (scope.kind === 'commune' && !whole)) return scope.province;
  throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Chỉ tiêu do cán bộ phụ trách cả tỉnh nhập. Hãy nhờ cán bộ đó.');
}
