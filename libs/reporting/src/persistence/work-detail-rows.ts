import type { Tx } from '@app/platform';

/** Who and what a row is about. */
export interface WorkSubject {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly workerId: string | null;
  readonly fullName: string | null;
  readonly communeCode: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const PERSON = `c.id as "caseId", c.code as "caseCode", w.id as "workerId", w.full_name as "fullName"`;

export const WorkDetailRows = {
  async tasks(tx: Tx, ids: readonly string[]): Promise<WorkSubject[]> {
    return tx.query<WorkSubject & Record<string, unknown>>(
      `select t.id::text as id, ${PERSON}, coalesce(t.commune_code, c.commune_code, w.commune_code) as "communeCode",
         t.detail || case when o.name is null then '{}'::jsonb else jsonb_build_object('agencyName', o.name) end as detail
         from desk_task t left join case_file c on c.id = t.case_id left join worker w on w.id = coalesce(t.worker_id, c.worker_id)
         left join organisation o on o.id = t.agency_id and t.desk <> 'agency' and t.case_id is null
        where t.id = any ($1::bigint[])`,
      [ids],
      'work_tasks',
    );
  },

  async proposals(tx: Tx, ids: readonly string[]): Promise<WorkSubject[]> {
    return tx.query<WorkSubject & Record<string, unknown>>(
      `select p.id, ${PERSON}, c.commune_code as "communeCode",
         jsonb_build_object('basis', d.basis, 'number', d.number, 'issuer', d.issuer, 'issuedOn', d.issued_on) as detail
         from overstay_confirmation p join evidence_document d on d.id = p.document_id join case_file c on c.id = p.case_id join worker w on w.id = c.worker_id
        where p.id = any ($1::uuid[])`,
      [ids],
      'work_proposals',
    );
  },

  /** Held imports with the number of notices that wait. */
  async batches(tx: Tx, ids: readonly string[]): Promise<WorkSubject[]> {
    return tx.query<WorkSubject & Record<string, unknown>>(
      `select n.held_batch as id, null as "caseId", null as "caseCode", null as "workerId", null as "fullName", null as "communeCode",
         jsonb_build_object('batchId', n.held_batch, 'fileName', min(b.file_name), 'notices', count(*)) as detail
         from notice n left join import_batch b on b.id = n.held_batch where n.state = 'held' and n.held_batch = any ($1::uuid[]) group by n.held_batch`,
      [ids],
      'work_batches',
    );
  },

  async communeNames(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await tx.query<{ code: string; name: string }>(
      `select code, name from admin_unit where level = 'commune' and code = any ($1) and business_day() between valid_from and valid_to`,
      [codes],
      'work_commune_names',
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  },

  /** What the organisation finished on the business day. */
  async doneToday(tx: Tx, organisationId: string): Promise<number> {
    const [row] = await tx.query<{ done: number }>(
      `select ((select count(*) from alert_answer where organisation_id = $1 and answered_on = business_day() and taken_back_at is null)
        + (select count(*) from desk_task t join account a on a.id = t.closed_by where t.closed_on = business_day() and a.organisation_id = $1)
        + (select count(*) from overstay_confirmation p join account a on a.id = p.decided_by
            where p.decision is not null and a.organisation_id = $1 and (p.decided_at at time zone 'Asia/Ho_Chi_Minh')::date = business_day()))::int as done`,
      [organisationId],
      'work_done_today',
    );
    return row!.done;
  },
};
