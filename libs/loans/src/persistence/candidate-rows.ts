import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** Somebody a loan may belong to. */
export interface Candidate {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly communeName: string | null;
  readonly stage: string;
  readonly departedOn: LocalDate | null;
}

export const CandidateRows = {
  /** The bank writes names in capitals without marks, which is the folded name. */
  async ofLoan(tx: Tx, loanId: string): Promise<Candidate[]> {
    return tx.query<Candidate & Record<string, unknown>>(
      `select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", w.birth_date as "birthDate", c.stage, c.departed_on as "departedOn",
          (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName"
         from loan l join worker w on w.province_code = l.province_code and w.name_key = lower(l.borrower_name) join case_file c on c.worker_id = w.id
        where l.id = $1 and l.case_id is null order by c.departed_on desc nulls last, c.id limit 20`,
      [loanId],
    );
  },
};
