import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { DecideCommand, Proposal, ProposeCommand } from '../domain/overstay-proposal';

export interface ProposalCase extends Record<string, unknown> {
  id: string;
  provinceCode: string;
  stage: string;
  departedOn: LocalDate | null;
  /** A suspicion stands open, or the person is known to have left the workplace. */
  suspected: boolean;
  pending: boolean;
  today: LocalDate;
}

export interface LockedProposal extends Record<string, unknown> {
  proposalId: string;
  caseId: string;
  documentId: string;
  decision: 'confirmed' | 'rejected' | null;
  proposedBy: string | null;
  issuedOn: LocalDate;
  provinceCode: string;
}

const AS_PROPOSAL = `id as "proposalId", case_id as "caseId", document_id as "documentId", decision`;

export const ProposalRows = {
  async byRequest(tx: Tx, requestId: string): Promise<Proposal | undefined> {
    const [row] = await tx.query<Proposal & Record<string, unknown>>(
      `select ${AS_PROPOSAL} from overstay_confirmation where request_id = $1`,
      [requestId],
    );
    return row;
  },

  async lockCase(tx: Tx, caseId: string): Promise<ProposalCase | undefined> {
    const [row] = await tx.query<ProposalCase>(
      `select c.id, c.province_code as "provinceCode", c.stage, c.departed_on as "departedOn", business_day() as today,
         c.stage = 'ABSCONDED' or exists (select from alert a where a.case_id = c.id and a.rule = 'SUSPECTED_OVERSTAY' and a.state in ('open', 'answered')) as suspected,
         exists (select from overstay_confirmation p where p.case_id = c.id and p.decision is null) as pending
       from case_file c where c.id = $1 for update`,
      [caseId],
    );
    return row;
  },

  async propose(tx: Tx, ids: { proposal: string; document: string }, command: ProposeCommand): Promise<void> {
    await tx.execute(
      `insert into evidence_document (id, case_id, kind, basis, number, issuer, issued_on, note, recorded_by) values ($1, $2, 'overstay', $3, $4, $5, $6, $7, $8)`,
      [
        ids.document,
        command.caseId,
        command.basis,
        command.number,
        command.issuer,
        command.issuedOn,
        command.note ?? null,
        tx.actor.accountId,
      ],
    );
    await tx.execute(`insert into overstay_confirmation (id, case_id, document_id, request_id, proposed_by) values ($1, $2, $3, $4, $5)`, [
      ids.proposal,
      command.caseId,
      ids.document,
      command.requestId,
      tx.actor.accountId,
    ]);
  },

  async lock(tx: Tx, proposalId: string): Promise<LockedProposal | undefined> {
    await tx.query(`select c.id from case_file c where c.id = (select p.case_id from overstay_confirmation p where p.id = $1) for update`, [
      proposalId,
    ]);
    const [row] = await tx.query<LockedProposal>(
      `select p.id as "proposalId", p.case_id as "caseId", p.document_id as "documentId", p.decision, p.proposed_by as "proposedBy", d.issued_on as "issuedOn", c.province_code as "provinceCode"
       from overstay_confirmation p join evidence_document d on d.id = p.document_id join case_file c on c.id = p.case_id where p.id = $1 for update of p`,
      [proposalId],
    );
    return row;
  },

  /** The decision, and with a confirmation the second person's name on the document. */
  async decide(tx: Tx, proposal: LockedProposal, { decision, note }: DecideCommand): Promise<void> {
    await tx.execute(`update overstay_confirmation set decision = $2, note = $3, decided_by = $4, decided_at = now() where id = $1`, [
      proposal.proposalId,
      decision,
      note ?? null,
      tx.actor.accountId,
    ]);
    if (decision === 'confirmed')
      await tx.execute(`update evidence_document set verified_by = $2, verified_at = now() where id = $1`, [
        proposal.documentId,
        tx.actor.accountId,
      ]);
  },

  /** Proposals nobody has decided, oldest first. */
  async listPending(tx: Tx, limit = 100): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select p.id as "proposalId", p.case_id as "caseId", c.code as "caseCode", c.commune_code as "communeCode", d.basis, d.number, d.issuer, d.issued_on as "issuedOn", p.proposed_at as "proposedAt"
       from overstay_confirmation p join evidence_document d on d.id = p.document_id join case_file c on c.id = p.case_id
       where p.decision is null order by p.proposed_at, p.id limit $1`,
      [limit],
    );
  },
};
