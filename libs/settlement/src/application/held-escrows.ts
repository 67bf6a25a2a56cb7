import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EscrowKind, escrowOutcome } from '../domain/escrow';
import { type EscrowTotals, type EscrowView, type HeldEscrow, HeldEscrowRows } from '../persistence/held-escrow-rows';

export interface HeldEscrowPage {
  readonly kind: EscrowKind;
  /** Of this ledger alone. */
  readonly totals: EscrowTotals;
  readonly escrows: readonly (HeldEscrow & { readonly outcome: 'RETURN' | 'FORFEIT' | null })[];
  readonly next?: string;
}

/** The escrow accounts a bank office holds, one ledger at a time: what is to be paid in, given back or handed to the provincial budget. */
@Injectable()
export class HeldEscrows {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws CURSOR_WRONG. */
  async list(
    actor: Actor,
    { kind, view, after, limit = 50 }: { kind: EscrowKind; view: EscrowView; after?: string; limit?: number },
  ): Promise<HeldEscrowPage> {
    const place = readPlace(after);
    return this.runner.run(actor, async (tx) => {
      const rows = await HeldEscrowRows.list(tx, kind, view, { after: place, limit: limit + 1 });
      const escrows = rows.slice(0, limit).map((one) => ({ ...one, outcome: escrowOutcome(kind, one) ?? null }));
      const last = escrows.at(-1);
      return {
        kind,
        totals: await HeldEscrowRows.totals(tx, kind),
        escrows,
        ...(rows.length > limit && last && { next: `${last.dueBy ?? last.signedOn}_${last.caseId}` }),
      };
    });
  }
}

function readPlace(after: string | undefined): { day: string; id: string } | undefined {
  if (after === undefined) return undefined;
  const parts = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after);
  if (!parts) throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
  return { day: parts[1]!, id: parts[2]! };
}
