import { type LockedOrder, groundsOf, orderRefusal, OrderRows, permits, refuseUse, type SupplyContract } from '@app/agencies';
import { guardNeed, type LegalForm, RecordMilestone } from '@app/casework';
import { type Actor, type CitizenId, DomainError, type LocalDate, newId, notFound, parseCitizenId } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { KnownPeople } from '@app/workers';
import { Injectable } from '@nestjs/common';
import { type EligibilityRule, RULE_WORDS } from '../domain/eligibility';
import {
  type Candidate,
  refuseSelection,
  SELECTION_REFUSALS,
  type SelectionGrounds,
  type SelectionLine,
  type SelectionRefusal,
  type SelectionVerdict,
} from '../domain/selection';
import { CheckEligibility } from './check-eligibility';
import { SelectionRows } from '../persistence/selection-rows';

export interface SelectCommand {
  readonly orderId: string;
  /** Names the round together with its day. */
  readonly round: string;
  readonly heldOn: LocalDate;
  readonly results: readonly SelectionLine[];
  readonly requestId: string;
}

export interface SelectionAnswer {
  readonly roundId: string;
  readonly places: number;
  /** People who hold a place after this. */
  readonly passed: number;
  readonly results: readonly SelectionVerdict[];
}

/**
 * Results of one round, in one transaction: whoever else selects into the order waits at its row, so that the places left are the places
 * counted. A line that is refused stops no other; the same list again changes nothing.
 */
@Injectable()
export class SelectForOrder {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
    private readonly people: KnownPeople,
    private readonly eligibility: CheckEligibility,
  ) {}

  async run(actor: Actor, command: SelectCommand): Promise<SelectionAnswer> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId, timeoutMs: 120_000 });
  }

  private async apply(tx: Tx, command: SelectCommand): Promise<SelectionAnswer> {
    const order = await lockedOrder(tx, command);
    const grounds = await groundsOf(tx, { ...order, contractId: order.terms.contractId }, command.heldOn);
    const refused = refuseUse(order, grounds);
    if (refused) throw orderRefusal(refused);
    const roundId = await SelectionRows.round(tx, { id: newId(), orderId: order.id, name: command.round, heldOn: command.heldOn });
    const before = await OrderRows.passed(tx, order.id);
    const named = await this.named(tx, roundId, command.results);
    const ineligible = await this.ineligible(tx, command, named);
    const verdicts: SelectionVerdict[] = [];
    const taken = new Set<string>();
    let passed = before;
    for (const [i, line] of command.results.entries()) {
      const candidate = named.get(line.ref);
      const verdict =
        candidate && taken.has(candidate.caseId)
          ? refuse(candidate, 'CANDIDATE_TWICE')
          : await this.judge(tx, command, order, line, candidate, {
              orderId: order.id,
              agencyId: grounds.publicOffice ? null : order.agencyId,
              heldOn: command.heldOn,
              permitted: (place) => permits(grounds.permissions, place, command.heldOn),
              free: order.terms.places - passed,
              barredBy: ineligible.get(candidate?.workerId ?? '') ?? [],
              contract: grounds.contract,
            });
      if (verdict.verdict === 'selected') passed++;
      if (candidate && verdict.verdict !== 'refused') taken.add(candidate.caseId);
      verdicts.push({ ...verdict, row: i + 1, ref: line.ref });
    }
    await this.keep(tx, roundId, command.results, verdicts);
    await AuditTrail.record(tx, {
      action: 'outreach.select',
      subject: { kind: 'job-order', id: order.id },
      province: order.provinceCode,
      detail: { lines: verdicts.length, selected: passed - before },
    });
    return { roundId, places: order.terms.places, passed, results: verdicts };
  }

  private async judge(
    tx: Tx,
    command: SelectCommand,
    order: LockedOrder,
    line: SelectionLine,
    candidate: Candidate | undefined,
    grounds: SelectionGrounds & { readonly contract: SupplyContract | undefined },
  ): Promise<Verdict> {
    if (!candidate) return refuse(undefined, 'CANDIDATE_UNKNOWN');
    if (line.result !== 'PASSED') {
      if (candidate.orderId === order.id) return refuse(candidate, 'HOLDS_PLACE');
      if (!line.reason && line.result === 'FAILED') return refuse(candidate, 'REASON_MISSING');
      return told(candidate, candidate.result === line.result ? 'unchanged' : 'seen');
    }
    if (candidate.orderId === order.id) return told(candidate, 'unchanged');
    const refused = refuseSelection(candidate, grounds);
    if (refused) return refuse(candidate, refused, grounds.barredBy);
    const { legalForm, programme, market } = order.terms;
    try {
      await this.milestones.apply(tx, {
        caseId: candidate.caseId,
        requestId: command.requestId,
        kind: 'SELECTED',
        effectiveOn: command.heldOn,
        detail: {
          orderId: order.id,
          market,
          legalForm: legalForm as never,
          ...(programme && { programme }),
          ...(grounds.agencyId && { agencyId: grounds.agencyId }),
        },
      });
      await this.showContract(tx, command, order, candidate, grounds.contract);
      return told(candidate, 'selected');
    } catch (error) {
      // A refusal is decided before anything is written: the transaction is still good.
      if (!(error instanceof DomainError)) throw error;
      return { caseId: candidate.caseId, verdict: 'refused', code: error.code, message: error.message };
    }
  }

  /** The supply contract an order was approved by is the paper of everybody selected into it: no agency shows it once for each. */
  private async showContract(
    tx: Tx,
    { requestId }: SelectCommand,
    { terms }: LockedOrder,
    { caseId }: Candidate,
    contract: SupplyContract | undefined,
  ): Promise<void> {
    if (!contract?.registeredOn || guardNeed('SUPPLY_CONTRACT', terms.legalForm as LegalForm) === 'none') return;
    await this.milestones.apply(tx, {
      caseId,
      requestId: `${requestId}:supply`,
      kind: 'SUPPLY_CONTRACT_REGISTERED',
      effectiveOn: contract.registeredOn,
      proof: 'documented',
      detail: {
        reference: contract.registrationNumber ?? contract.number,
        ...(contract.validUntil && { validUntil: contract.validUntil }),
      },
    });
  }

  /** Who may not go by a rule that is certain of the facts; what only must be asked hinders nobody. */
  private async ineligible(
    tx: Tx,
    { orderId, heldOn }: SelectCommand,
    named: ReadonlyMap<string, Candidate>,
  ): Promise<Map<string, EligibilityRule[]>> {
    const workerIds = [...new Set([...named.values()].map(({ workerId }) => workerId))];
    const { people } = await this.eligibility.apply(tx, { orderId, judgedOn: heldOn, workerIds });
    return new Map(
      people.map(({ workerId, findings }) => [workerId, findings.filter(({ outcome }) => outcome === 'refused').map(({ rule }) => rule)]),
    );
  }

  /** Each line's case. A number nobody has here is no case, whether it exists elsewhere or not. */
  private async named(tx: Tx, roundId: string, lines: readonly SelectionLine[]): Promise<Map<string, Candidate>> {
    const refs = lines.map(({ ref }) => ref);
    const numbers = new Map(
      refs.map((ref) => [ref, parseCitizenId(ref)] as const).filter((one): one is [string, CitizenId] => one[1] !== undefined),
    );
    const workers = await this.people.byCitizenIds(tx, [...new Set(numbers.values())]);
    const candidates = await SelectionRows.candidates(tx, roundId, {
      ids: refs.filter((ref) => ref.length === 36),
      codes: refs.map((ref) => ref.toUpperCase()).filter((ref) => ref.length === 10),
      workerIds: [...workers.values()].map(({ workerId }) => workerId),
    });
    const by = (key: 'caseId' | 'code' | 'workerId') => new Map(candidates.map((one) => [one[key], one]));
    const [ids, codes, people] = [by('caseId'), by('code'), by('workerId')];
    return new Map(
      refs.flatMap((ref) => {
        const worker = numbers.has(ref) ? workers.get(numbers.get(ref)!)?.workerId : undefined;
        const found = ids.get(ref) ?? codes.get(ref.toUpperCase()) ?? (worker && people.get(worker));
        return found ? [[ref, found] as const] : [];
      }),
    );
  }

  private async keep(tx: Tx, roundId: string, lines: readonly SelectionLine[], verdicts: readonly SelectionVerdict[]): Promise<void> {
    const results = verdicts.flatMap(({ caseId, verdict }, i) => {
      const { result, reason, score } = lines[i]!;
      return caseId && verdict !== 'refused' ? [{ caseId, result, reason: reason ?? null, score: score ?? null }] : [];
    });
    await SelectionRows.putResults(tx, roundId, results);
  }
}

type Verdict = Omit<SelectionVerdict, 'row' | 'ref'>;

function told({ caseId }: Candidate, verdict: 'selected' | 'seen' | 'unchanged'): Verdict {
  return { caseId, verdict, code: null, message: null };
}

function refuse(candidate: Candidate | undefined, code: SelectionRefusal, barredBy: readonly EligibilityRule[] = []): Verdict {
  const why = code === 'INELIGIBLE' ? ` ${barredBy.map((rule) => RULE_WORDS[rule]).join('; ')}.` : '';
  return { caseId: candidate?.caseId ?? null, verdict: 'refused', code, message: `${SELECTION_REFUSALS[code]}${why}` };
}

async function lockedOrder(tx: Tx, { orderId, heldOn }: SelectCommand): Promise<LockedOrder> {
  const order = await OrderRows.lock(tx, orderId);
  if (!order) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
  if (heldOn > order.today) throw new DomainError('invalid', 'DATE_IN_FUTURE', 'Ngày tuyển chọn chưa tới. Hãy ghi sau khi có kết quả.');
  const { actor } = tx;
  if (actor.role === 'centre_staff' && !(order.agencyId === actor.organisationId && actor.scope.kind === 'province'))
    throw new DomainError(
      'forbidden',
      'ROLE_NOT_ALLOWED',
      'Kết quả của đơn hàng doanh nghiệp do doanh nghiệp hoặc Sở Nội vụ ghi. Trung tâm ghi kết quả chương trình của mình.',
    );
  return order;
}
