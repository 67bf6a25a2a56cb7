import { DomainError, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { type EscrowDeed, type EscrowKind, type EscrowMove, escrowStanding } from '../domain/escrow';

export interface EscrowLine {
  readonly id: string;
  readonly kind: EscrowKind;
  readonly amount: number;
  readonly signedOn: LocalDate;
  readonly dueBy: LocalDate | null;
  readonly state: string;
  readonly balance: number;
  readonly entries: readonly {
    readonly id: number;
    readonly deed: EscrowDeed;
    readonly on: LocalDate;
    readonly held: number;
    readonly reference: string;
    readonly reversesId: number | null;
  }[];
}

const COLUMNS = `id, kind, amount, signed_on as "signedOn", due_by as "dueBy", state, balance,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'deed', n.deed, 'on', n.effective_on, 'held', n.held, 'reference', n.reference, 'reversesId', n.reverses_id) order by n.id)
    from escrow_entry n where n.escrow_id = escrow.id), '[]') as entries`;
/** Which account stands against the held money. */
const AGAINST: Readonly<Record<EscrowDeed, 'cash' | 'interest' | 'claim'>> = {
  DEPOSIT: 'cash',
  INTEREST: 'interest',
  RETURN: 'cash',
  FORFEIT: 'cash',
  USE: 'claim',
};

export const EscrowRows = {
  async ofCase(tx: Tx, caseId: string): Promise<EscrowLine[]> {
    return tx.query<EscrowLine & Record<string, unknown>>(`select ${COLUMNS} from escrow where case_id = $1 order by kind`, [caseId]);
  },

  /** Opens the escrow where there is none, and locks it. */
  async lock(
    tx: Tx,
    escrow: {
      id: string;
      caseId: string;
      kind: EscrowKind;
      amount: number;
      signedOn: LocalDate;
      dueBy: LocalDate | null;
      ruleId: number | null;
      bankId: string | null;
      /** False: a bank office that does not follow the case keeps what it holds and opens nothing. */
      mayOpen: boolean;
    },
  ): Promise<EscrowLine> {
    const place = [escrow.caseId, escrow.kind];
    const known = (await tx.query(`select 1 from escrow where case_id = $1 and kind = $2`, place)).length > 0;
    if (!known && escrow.mayOpen)
      await tx.execute(
        `insert into escrow (id, case_id, kind, amount, signed_on, due_by, policy_rule_id, bank_id) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (case_id, kind) do nothing`,
        [escrow.id, escrow.caseId, escrow.kind, escrow.amount, escrow.signedOn, escrow.dueBy, escrow.ruleId, escrow.bankId],
      );
    if (escrow.bankId)
      await tx.execute(`update escrow set bank_id = $3 where case_id = $1 and kind = $2 and bank_id is null`, [...place, escrow.bankId]);
    const rows = await tx.query<EscrowLine & Record<string, unknown>>(
      `select ${COLUMNS} from escrow where case_id = $1 and kind = $2 for update`,
      place,
    );
    if (!rows[0])
      throw new DomainError(
        'refused',
        'ESCROW_ELSEWHERE',
        'Tài khoản ký quỹ này do ngân hàng khác giữ. Hãy đề nghị trung tâm hoặc doanh nghiệp ghi nghiệp vụ.',
      );
    return rows[0];
  },

  /** đồng that the agency holds of the worker of a case: in the account, or taken by receipt and never paid into it. Told to whoever may see the case. */
  async heldByAgency(tx: Tx, caseId: string): Promise<number> {
    return (await tx.query<{ held: number }>(`select agency_escrow_held($1) as held`, [caseId]))[0]!.held;
  },

  async record(
    tx: Tx,
    escrowId: string,
    entry: {
      kind: EscrowKind;
      deed: EscrowDeed;
      amount: number;
      on: LocalDate;
      reference: string;
      note?: string;
      requestId: string;
      out: boolean;
    },
  ): Promise<void> {
    const held = entry.out ? -entry.amount : entry.amount;
    const fresh = await tx.execute(
      `insert into escrow_entry (escrow_id, kind, deed, effective_on, held, ${AGAINST[entry.deed]}, reference, request_id, account_id, note)
       values ($1, $2, $3, $4, $5::bigint, -$5::bigint, $6, $7, $8, $9) on conflict (escrow_id, request_id) do nothing`,
      [escrowId, entry.kind, entry.deed, entry.on, held, entry.reference, entry.requestId, tx.actor.accountId, entry.note ?? null],
    );
    if (fresh === 1) await EscrowRows.settle(tx, escrowId);
  },

  /** Takes an entry back by one with the other signs. Undefined: not in this case; false: taken back before. */
  async reverse(tx: Tx, caseId: string, id: number, why: { reason: string; requestId: string }): Promise<boolean | undefined> {
    const [entry] = await tx.query<{ escrow: string; reversal: boolean }>(
      `select e.id as escrow, n.reverses_id is not null as reversal from escrow_entry n join escrow e on e.id = n.escrow_id where n.id = $1 and e.case_id = $2 for update of e`,
      [id, caseId],
    );
    if (!entry) return undefined;
    if (entry.reversal) return false;
    const fresh = await tx.execute(
      `insert into escrow_entry (escrow_id, kind, deed, effective_on, cash, held, interest, claim, reference, reverses_id, request_id, account_id, note)
       select escrow_id, kind, deed, effective_on, -cash, -held, -interest, -claim, reference, id, $2, $3, $4 from escrow_entry where id = $1
       on conflict on constraint escrow_entry_reversed_once do nothing`,
      [id, why.requestId, tx.actor.accountId, why.reason],
    );
    if (fresh === 1) await EscrowRows.settle(tx, entry.escrow);
    return fresh === 1;
  },

  /** Works balance and state out from the entries again. */
  async settle(tx: Tx, escrowId: string): Promise<void> {
    const moves = await tx.query<EscrowMove & Record<string, unknown>>(
      `select deed, held from escrow_entry n where escrow_id = $1 and reverses_id is null and not exists (select from escrow_entry r where r.reverses_id = n.id) order by id`,
      [escrowId],
    );
    const { balance, state } = escrowStanding(moves);
    if (balance < 0)
      throw new DomainError('refused', 'ESCROW_SHORT', 'Tiền này đã được trả lại hoặc sử dụng. Hãy đảo các nghiệp vụ sau nó trước.');
    await tx.execute(`update escrow set balance = $2, state = $3 where id = $1`, [escrowId, balance, state]);
  },
};
