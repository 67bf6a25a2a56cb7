import type { LocalDate } from '@app/kernel';
import type { CaseFacts } from './case-facts';
import type { Stage } from './stages';
import { overstayFrom, type StayRules } from './stay-rules';

/** The stage as the calendar shows it on a day: contract over but stay lawful, or a return nobody confirmed. */
export function deriveStage(
  facts: Pick<CaseFacts, 'stage' | 'contractEnd' | 'stayUntil' | 'returnedOn'>,
  asOf: LocalDate,
  rules: StayRules,
): Stage {
  if (facts.returnedOn || (facts.stage !== 'ABROAD' && facts.stage !== 'ABSCONDED')) return facts.stage;
  const from = overstayFrom(facts, rules);
  if (from && from.day <= asOf) return 'SUSPECTED_OVERSTAY';
  if (facts.stage === 'ABROAD' && facts.contractEnd && facts.contractEnd < asOf) return 'ABROAD_GRACE';
  return facts.stage;
}
