import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** A loan that is running, with the newest look at how its money was used. */
export interface LoanCheckLine {
  readonly loanId: string;
  readonly loanNo: string | null;
  readonly fullName: string | null;
  readonly communeName: string | null;
  readonly creditGroup: string | null;
  readonly firstDisbursedOn: LocalDate | null;
  readonly checkedOn: LocalDate | null;
  readonly checkKind: string | null;
  readonly finding: string | null;
  /** đồng not used as promised. */
  readonly misused: number | null;
  readonly checks: number;
}

export interface CheckPlace {
  readonly checkedOn: string;
  readonly disbursedOn: string;
  readonly id: string;
}

export const LoanCheckRows = {
  /** Who was never looked at first, then the one looked at longest ago. */
  async list(tx: Tx, after: CheckPlace | undefined, limit: number): Promise<LoanCheckLine[]> {
    return tx.query<LoanCheckLine & Record<string, unknown>>(
      `select l.id as "loanId", l.loan_no as "loanNo", coalesce(w.full_name, l.borrower_name) as "fullName",
          coalesce((select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to), l.borrower_place) as "communeName",
          l.credit_group as "creditGroup", l.first_disbursed_on as "firstDisbursedOn", l.checked_on as "checkedOn", k.detail ->> 'checkKind' as "checkKind",
          k.detail ->> 'finding' as finding, (k.detail ->> 'misused')::bigint as misused,
          (select count(*)::int from loan_event e where e.loan_id = l.id and e.kind = 'CHECK') as checks
         from loan l left join case_file c on c.id = l.case_id left join worker w on w.id = c.worker_id
         left join lateral (select e.detail from loan_event e where e.loan_id = l.id and e.kind = 'CHECK' order by e.effective_on desc, e.id desc limit 1) k on true
        where l.bank_id = $1 and l.state in ('DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN')
          and (coalesce(l.checked_on, '-infinity'::date), coalesce(l.first_disbursed_on, '-infinity'::date), l.id) > ($2::date, $3::date, $4::uuid)
        order by coalesce(l.checked_on, '-infinity'::date), coalesce(l.first_disbursed_on, '-infinity'::date), l.id limit $5`,
      [
        tx.actor.organisationId,
        after?.checkedOn ?? '-infinity',
        after?.disbursedOn ?? '-infinity',
        after?.id ?? '00000000-0000-0000-0000-000000000000',
        limit,
      ],
      'loan_checks',
    );
  },
};
