import { addDays } from '@app/kernel';
import { applyMilestone } from './apply-milestone';
import type { CaseFacts } from './case-facts';
import type { DateRule } from './lifecycle-row';
import type { CaseRules, Milestone } from './milestone';
import { type Refusal, type RefusalCode, refuse } from './refusals';
import { longContract, overTurn } from './turn';

type Check = (facts: CaseFacts, fact: Milestone, rules: CaseRules) => Refusal | undefined;

const future =
  (code: RefusalCode): Check =>
  (_, fact, { today }) =>
    fact.effectiveOn && fact.effectiveOn > today ? refuse(code, { date: fact.effectiveOn, today }) : undefined;

/** Rules that dates keep among each other. Unknown dates break no rule. */
export const DATE_RULES = {
  notInFuture: future('DATE_IN_FUTURE'),
  exitNotInFuture: future('EXIT_IN_FUTURE'),
  returnNotInFuture: future('RETURN_IN_FUTURE'),
  exitAfterSigning: (facts, { effectiveOn }) =>
    effectiveOn && facts.contractSignedOn && effectiveOn < facts.contractSignedOn
      ? refuse('EXIT_BEFORE_CONTRACT', { exit: effectiveOn, signed: facts.contractSignedOn })
      : undefined,
  signedBeforeExit: (facts, { effectiveOn }) =>
    effectiveOn && facts.departedOn && effectiveOn > facts.departedOn
      ? refuse('EXIT_BEFORE_CONTRACT', { exit: facts.departedOn, signed: effectiveOn })
      : undefined,
  exitBeforeReturn: (facts, { effectiveOn }) =>
    effectiveOn && facts.returnedOn && effectiveOn > facts.returnedOn
      ? refuse('EXIT_AFTER_RETURN', { exit: effectiveOn, returned: facts.returnedOn })
      : undefined,
  exitBeforeContractEnd: (_, { effectiveOn, contract }) =>
    effectiveOn && contract?.endsOn && effectiveOn > contract.endsOn
      ? refuse('EXIT_AFTER_CONTRACT_END', { exit: effectiveOn, end: contract.endsOn })
      : undefined,
  returnAfterExit: (facts, { effectiveOn }) =>
    effectiveOn && facts.departedOn && effectiveOn < facts.departedOn
      ? refuse('RETURN_BEFORE_EXIT', { exit: facts.departedOn, returned: effectiveOn })
      : undefined,
  afterExit: (facts, { effectiveOn }) =>
    effectiveOn && facts.departedOn && effectiveOn < facts.departedOn
      ? refuse('BEFORE_EXIT', { date: effectiveOn, exit: facts.departedOn })
      : undefined,
  contractForward: (_, { contract }) =>
    contract?.startsOn && contract.endsOn && contract.endsOn < contract.startsOn
      ? refuse('CONTRACT_END_BEFORE_START', { start: contract.startsOn, end: contract.endsOn })
      : undefined,
  extensionFollows: (facts, { contract }) =>
    contract?.startsOn && facts.contractEnd && contract.startsOn > addDays(facts.contractEnd, 1)
      ? refuse('EXTENSION_LEAVES_GAP', { start: contract.startsOn, end: facts.contractEnd })
      : undefined,
  extensionLater: (facts, { contract }) =>
    contract?.endsOn && facts.contractEnd && contract.endsOn <= facts.contractEnd
      ? refuse('EXTENSION_NOT_LATER', { end: contract.endsOn, known: facts.contractEnd })
      : undefined,
  withinTurn: (facts, fact, { mostMonths }) => {
    // A fact that says nothing of the contract is judged at the exit alone: what was recorded before the rule hinders no later step.
    if (mostMonths === undefined || !(fact.contract ?? fact.kind === 'DEPARTED')) return undefined;
    const over = (fact.contract && longContract(fact.contract, mostMonths)) ?? overTurn(applyMilestone(facts, fact), mostMonths);
    return over && refuse('TURN_TOO_LONG', { ...over });
  },
} satisfies Record<DateRule, Check>;
