import type { MilestoneKind } from '@app/casework';
import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** Facts of a case on which money hangs, and the kind of news a bank reads: whether its borrower left, until when there are wages, who will pay. */
export const BANK_FACTS = {
  REJECTED: 'NOT_GOING',
  WITHDRAWN: 'NOT_GOING',
  NOT_SENT: 'NOT_GOING',
  DEPARTED: 'DEPARTURE',
  EXTENDED: 'EXTENSION',
  TRANSFERRED: 'TRANSFER',
  CONTRACT_TERMINATED: 'CONTRACT_ENDED',
  ABSCONDED: 'LEFT_WORKPLACE',
  ABSCONDING_WITHDRAWN: 'IN_CONTACT',
  WENT_MISSING: 'OUT_OF_CONTACT',
  FOUND: 'IN_CONTACT',
  RETURNED: 'RETURN',
  DIED: 'DEATH',
} as const satisfies Partial<Record<MilestoneKind, string>>;
export type BankFact = keyof typeof BANK_FACTS;

/** A fact for the office that lends to the person. */
export interface BorrowerFact {
  readonly eventId: number;
  /** Of a correction: the fact it corrects. */
  readonly fact: BankFact;
  readonly corrected: boolean;
  readonly caseId: string;
  readonly caseCode: string;
  readonly province: string;
  readonly bankId: string;
  readonly batchId: string | null;
}

export interface BorrowerNewsLine extends Pick<BorrowerFact, 'eventId' | 'fact' | 'corrected' | 'caseId' | 'caseCode'> {
  readonly loanId: string;
  readonly on: LocalDate | null;
  readonly at: Date;
}

const FACT = `case when e.kind = 'CORRECTED' then e.detail ->> 'correctedKind' else e.kind end`;
const CORRECTED_SINCE = `exists (select from case_event k where k.case_id = e.case_id and k.corrects_id = e.id)`;
/** A loan that is asked for, runs or stands open; what is paid off, refused or written off tells its bank nothing more. */
const BORROWING = `l.state not in ('PAID', 'WRITTEN_OFF', 'REFUSED', 'CANCELLED')`;

export const BorrowerNews = {
  /** Of these events, what each bank office that lends to the person has to know. Left out: what was corrected meanwhile (the correction is told). */
  async ofEvents(tx: Tx, eventIds: readonly number[]): Promise<BorrowerFact[]> {
    return tx.query<BorrowerFact & Record<string, unknown>>(
      `select distinct e.id as "eventId", ${FACT} as fact, e.kind = 'CORRECTED' as corrected, c.id as "caseId", c.code as "caseCode", c.province_code as province,
          l.bank_id as "bankId", e.batch_id as "batchId"
         from case_event e join case_file c on c.id = e.case_id join loan l on l.case_id = c.id and ${BORROWING}
        where e.id = any ($1::bigint[]) and ${FACT} = any ($2) and not ${CORRECTED_SINCE} order by 1`,
      [eventIds, Object.keys(BANK_FACTS)],
      'borrower_facts',
    );
  },

  /** The same for the bell of an office, newest first; each loan leads to its page. What was known before there was a loan is no news. */
  async since(tx: Tx, since: Date, limit: number): Promise<BorrowerNewsLine[]> {
    return tx.query<BorrowerNewsLine & Record<string, unknown>>(
      `select e.id as "eventId", ${FACT} as fact, e.kind = 'CORRECTED' as corrected, c.id as "caseId", c.code as "caseCode", l.id as "loanId",
          e.effective_on as "on", e.recorded_at as at
         from loan l join case_file c on c.id = l.case_id join case_event e on e.case_id = c.id
        where l.bank_id = $4 and ${BORROWING} and c.changed_at > $1 and e.recorded_at > greatest($1, l.created_at) and ${FACT} = any ($2) and not ${CORRECTED_SINCE}
        order by e.recorded_at desc, e.id desc, l.id limit $3`,
      [since, Object.keys(BANK_FACTS), limit, tx.actor.organisationId],
      'borrower_news',
    );
  },
};
