import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AssignmentOwner, Figure } from '../domain/assignment';

export interface NewAssignment extends AssignmentOwner {
  readonly id: string;
  readonly provinceCode: string;
  readonly figure: Figure;
  readonly shown: string;
  readonly rows: string;
  readonly text: string;
  readonly dueOn: LocalDate;
}

/** A task given on a number, with its answer. `owner`: name of the commune or agency; null: a desk of the province. */
export interface Assignment extends NewAssignment {
  readonly owner: string | null;
  readonly assignedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly daysLeft: number;
}

const COLUMNS = `s.id, s.province_code as "provinceCode", s.desk, s.commune_code as "communeCode", s.agency_id as "agencyId", s.figure, s.shown, s.rows, s.text,
  s.due_on as "dueOn", s.assigned_at as "assignedAt", s.answer, s.answered_at as "answeredAt", s.due_on - business_day() as "daysLeft",
  coalesce((select o.name from organisation o where o.id = s.agency_id),
    (select u.name from admin_unit u where u.level = 'commune' and u.code = s.commune_code and business_day() between u.valid_from and u.valid_to)) as owner`;

export const AssignmentRows = {
  async insert(tx: Tx, one: NewAssignment): Promise<void> {
    await tx.execute(
      `insert into assignment (id, province_code, desk, commune_code, agency_id, figure, shown, rows, text, due_on, assigned_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        one.id,
        one.provinceCode,
        one.desk,
        one.communeCode,
        one.agencyId,
        one.figure,
        one.shown,
        one.rows,
        one.text,
        one.dueOn,
        tx.actor.accountId,
      ],
    );
  },

  async find(tx: Tx, id: string, lock = false): Promise<Assignment | undefined> {
    const [row] = await tx.query<Assignment & Record<string, unknown>>(
      `select ${COLUMNS} from assignment s where s.id = $1 ${lock ? 'for update' : ''}`,
      [id],
    );
    return row;
  },

  /** What waits, the nearest deadline first, then what was answered last. */
  async list(tx: Tx, provinceCode: string): Promise<Assignment[]> {
    return tx.query<Assignment & Record<string, unknown>>(
      `(select ${COLUMNS} from assignment s where s.province_code = $1 and s.answer is null order by s.due_on, s.id limit 50)
       union all (select ${COLUMNS} from assignment s where s.province_code = $1 and s.answer is not null order by s.answered_at desc, s.id limit 20)`,
      [provinceCode],
      'assignment_list',
    );
  },

  async answer(tx: Tx, id: string, answer: string): Promise<void> {
    await tx.execute(`update assignment set answer = $2, answered_by = $3, answered_at = now() where id = $1`, [
      id,
      answer,
      tx.actor.accountId,
    ]);
  },
};
