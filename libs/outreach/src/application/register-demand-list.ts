import { type Actor, DomainError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DemandCommand, RegisterDemand } from './register-demand';

/** What became of one line of a list. `ask`: somebody alike is known; open the person and decide. */
export interface DemandVerdict {
  readonly row: number;
  readonly outcome: 'registered' | 'updated' | 'ask' | 'foreign' | 'refused';
  readonly caseId: string | null;
  readonly message: string | null;
}

/** A list from a school, an army unit or a fair: each line by itself, so that one that must be asked about stops nobody; sent twice nothing is double. */
@Injectable()
export class RegisterDemandList {
  constructor(private readonly demand: RegisterDemand) {}

  async run(actor: Actor, lines: readonly (DemandCommand | { readonly refused: DomainError })[]): Promise<DemandVerdict[]> {
    const verdicts: DemandVerdict[] = [];
    for (const [i, line] of lines.entries()) verdicts.push({ row: i + 1, ...(await this.one(actor, line)) });
    return verdicts;
  }

  private async one(actor: Actor, line: DemandCommand | { readonly refused: DomainError }): Promise<Omit<DemandVerdict, 'row'>> {
    try {
      if ('refused' in line) throw line.refused;
      const answer = await this.demand.run(actor, line);
      return { outcome: answer.outcome, caseId: 'caseId' in answer ? answer.caseId : null, message: WORDS[answer.outcome] ?? null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { outcome: 'refused', caseId: null, message: error.message };
    }
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ask: 'Có người đã đăng ký giống người này. Hãy mở để xem có phải cùng một người, rồi đăng ký riêng.',
  foreign: 'Số căn cước này đã có ở nơi khác. Trung tâm đã được báo để kiểm tra.',
};
