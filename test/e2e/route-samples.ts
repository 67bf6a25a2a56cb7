import type { Route } from '../../apps/api/src/http/route-table';
import type { Answer, TestApplication } from '../support/application';
import type { TestDatabase } from '../support/test-database';
import { shapeFaults } from './answer-shape';
import { id, type TenantAccount, type TenantPerson, type Tenants } from '../support/tenants';

/** Names in a path that stand for a kind of thing and belong to nobody. */
export const NO_OBJECTS: readonly string[] = ['preferenceKey', 'workKind', 'checkCode', 'fairId'];

/** One object of each kind that a path or a body may name: the test names it, the oracle says whose it is. */
export interface Sample {
  value: string;
  /** Condition over the table `t` that finds the object; with the row oracle it tells who may see it. */
  table: string;
  where: string;
}

/** Path and body fields that name an object; a route with an unknown one fails the build until it is listed here. */
export const SAMPLES: Readonly<Record<string, (person: TenantPerson, db: TestDatabase) => Promise<Sample>>> = {
  caseId: async ({ caseId }) => ({ value: caseId, table: 'case_file', where: `t.id = '${caseId}'` }),
  workerId: async ({ workerId }) => ({ value: workerId, table: 'worker', where: `t.id = '${workerId}'` }),
  contactId: async ({ n }) => ({
    value: id('contact', n),
    table: 'family_contact',
    where: `t.id = '${id('contact', n)}'`,
  }),
  caseCode: async ({ caseCode }) => ({ value: caseCode, table: 'case_file', where: `t.code = '${caseCode}'` }),
  assignmentId: async ({ commune }) => ({
    value: id('assignment', commune),
    table: 'assignment',
    where: `t.id = '${id('assignment', commune)}'`,
  }),
  questionId: async ({ n }) => ({ value: id('question', n), table: 'case_question', where: `t.id = '${id('question', n)}'` }),
  classId: async ({ n }) => ({ value: id('class', n), table: 'training_class', where: `t.id = '${id('class', n)}'` }),
  sessionId: async ({ n }) => ({
    value: id('session', `class-${n}`),
    table: 'class_session',
    where: `t.id = '${id('session', `class-${n}`)}'`,
  }),
  checkCode: async () => ({ value: 'CHECKNONE1', table: 'organisation', where: 'true' }),
  reportId: async ({ commune }) => ({
    value: id('report', commune),
    table: 'monthly_report',
    where: `t.id = '${id('report', commune)}'`,
  }),
  documentId: async ({ province }) => ({
    value: id('document-of', `TT-${province}`),
    table: 'official_document',
    where: `t.id = '${id('document-of', `TT-${province}`)}'`,
  }),
  fileId: async ({ n }) => ({ value: id('paper-file', n), table: 'paper_file', where: `t.id = '${id('paper-file', n)}'` }),
  alertId: (person, db) => byNumber(db, 'alert', `t.case_id = '${person.caseId}'`),
  preferenceKey: async () => ({ value: 'density', table: 'organisation', where: 'true' }),
  // Shared by a colleague who is not among the accounts: everybody of the office sees it, nobody of the test may delete it.
  viewId: async ({ province }, db) => {
    const [author, value] = [id('account', `author-${province}`), id('shared-view', province)];
    await db.sql(
      `insert into account (id, organisation_id, province_code, login, role, display_name) values ($1, $2, $3, 'author-' || $3, 'centre_staff', 'Người tạo') on conflict do nothing`,
      [author, id('org', `TT-${province}`), province],
    );
    await db.sql(
      `insert into saved_view (id, account_id, organisation_id, screen, name, query, shared) values ($1, $2, $3, 'cases', 'Chung', 'stages=ABROAD', true) on conflict do nothing`,
      [value, author, id('org', `TT-${province}`)],
    );
    return { value, table: 'saved_view', where: `t.id = '${value}'` };
  },
  workKind: async () => ({ value: 'alert', table: 'organisation', where: 'true' }),
  workId: (person, db) => byNumber(db, 'alert', `t.case_id = '${person.caseId}'`),
  eventId: (person, db) => byNumber(db, 'case_event', `t.case_id = '${person.caseId}'`),
  taskId: (person, db) => byNumber(db, 'desk_task', `t.case_id = '${person.caseId}' and t.desk = 'centre'`),
  loanId: async ({ n }) => ({ value: id('loan', n), table: 'loan', where: `t.id = '${id('loan', n)}'` }),
  entryId: ({ n }, db) => byNumber(db, 'loan_entry', `t.loan_id = '${id('loan', n)}'`),
  // Fees stand in the open: every account that may ask sees every sheet.
  sheetId: async (_, db) => {
    const [row] = await db.sql<{ id: string }>(`select id from fee_sheet order by id limit 1`);
    return { value: row!.id, table: 'fee_sheet', where: `t.id = '${row!.id}'` };
  },
  refundId: async ({ n }) => ({ value: id('refund', n), table: 'refund', where: `t.id = '${id('refund', n)}'` }),
  claimId: async ({ n }) => ({ value: id('support-claim', n), table: 'support_claim', where: `t.id = '${id('support-claim', n)}'` }),
  fundId: async ({ province }) => ({
    value: id('support-fund', province),
    table: 'support_fund',
    where: `t.id = '${id('support-fund', province)}'`,
  }),
  lineId: ({ n }, db) => byNumber(db, 'bank_line', `t.loan_id = '${id('loan', n)}'`),
  statementId: async ({ n }) => ({ value: id('statement', n), table: 'bank_statement', where: `t.batch_id = '${id('statement', n)}'` }),
  noticeId: (person, db) =>
    byNumber(
      db,
      'notice',
      `t.commune_code = '${person.commune}' and exists (select from notice_item i where i.notice_id = t.id and i.case_id = '${person.caseId}')`,
    ),
  proposalId: async ({ n }) => ({
    value: id('proposal', n),
    table: 'overstay_confirmation',
    where: `t.id = '${id('proposal', n)}'`,
  }),
  dutyId: async (_, db) => {
    const [row] = await db.sql<{ id: string }>(
      `insert into outbox (topic, dead_at) values ('test.given-up.v1', now()) returning id::text as id`,
    );
    return { value: row!.id, table: 'outbox', where: `t.id = ${row!.id}` };
  },
  unitCode: async ({ commune }) => ({ value: commune, table: 'admin_unit', where: `t.code = '${commune}'` }),
  policyProposalId: async ({ n }, db) => {
    const value = id('policy-proposal', n);
    const rules = [
      {
        key: 'visit.frequency',
        market: '*',
        value: { whileAbroadMonths: 3, beforeEndDays: 90, afterSuspicionDays: 30, afterYearDays: 90 },
        from: '2031-01-01',
        basis: 'thử',
        certain: true,
        note: '',
      },
    ];
    await db.sql(
      `insert into policy_proposal (id, rules, proposed_by, proposed_login) values ($1, $2::jsonb, $3, 'department-15') on conflict do nothing`,
      [value, JSON.stringify(rules), id('account', 'department-15')],
    );
    return { value, table: 'policy_proposal', where: `t.id = '${value}'` };
  },
  batchId: async ({ province }) => ({
    value: id('batch', `TT-${province}`),
    table: 'import_batch',
    where: `t.id = '${id('batch', `TT-${province}`)}'`,
  }),
  importId: async ({ province }) => ({
    value: id('import', `TT-${province}`),
    table: 'import_task',
    where: `t.id = '${id('import', `TT-${province}`)}'`,
  }),
  apiKeyId: async ({ n }) => ({
    value: id('key', n % 2 ? 'agency-a' : 'agency-b'),
    table: 'api_key',
    where: `t.id = '${id('key', n % 2 ? 'agency-a' : 'agency-b')}'`,
  }),
  communeCode: async ({ commune }) => ({ value: commune, table: 'worker', where: `t.commune_code = '${commune}'` }),
  organisationId: async ({ n }) => ({
    value: id('org', n % 2 ? 'A' : 'B'),
    table: 'organisation',
    where: `t.key = '${n % 2 ? 'A' : 'B'}'`,
  }),
  // Fairs stand in the open; whose office it is, is told by the province.
  fairId: async ({ province }) => ({ value: id('fair', province), table: 'worker', where: `t.province_code = '${province}'` }),
  openingId: async ({ province }) => ({
    value: id('opening', province),
    table: 'job_opening',
    where: `t.id = '${id('opening', province)}'`,
  }),
  referralId: async ({ n }) => ({ value: id('referral', n), table: 'job_referral', where: `t.id = '${id('referral', n)}'` }),
  orderId: async ({ province }) => ofAgency('order', 'job_order', province),
  // An agency may remove its own: it is there again for the next who asks.
  webhookId: async ({ province }, db) => {
    const key = province === '12' ? 'A' : 'B';
    await db.sql(
      `insert into webhook_endpoint (id, organisation_id, url, secret_cipher) values ($1, $2, 'https://example.vn/', '\\x00') on conflict do nothing`,
      [id('webhook', key), id('org', key)],
    );
    return ofAgency('webhook', 'webhook_endpoint', province);
  },
  contractId: async ({ province }) => ofAgency('supply', 'supply_contract', province),
  // Everybody may read a permission; who may end it is told by the province.
  permissionId: async ({ province }) => {
    const value = id('permission', province === '12' ? 'A' : 'B');
    return {
      value,
      table: 'worker',
      where: `t.province_code = (select p.province_code from recruitment_permission p where p.id = '${value}')`,
    };
  },
  branchId: async ({ province }) => {
    const value = id('branch', province === '12' ? 'A' : 'B');
    return { value, table: 'worker', where: `t.province_code = (select b.province_code from agency_branch b where b.id = '${value}')` };
  },
  accountId: async ({ commune }) => ({
    value: id('account', `commune-${commune}`),
    table: 'account',
    where: `t.id = '${id('account', `commune-${commune}`)}'`,
  }),
};

/** What the agency that recruits in the province owns. */
function ofAgency(kind: string, table: string, province: string): Sample {
  const value = id(kind, province === '12' ? 'A' : 'B');
  return { value, table, where: `t.id = '${value}'` };
}

async function byNumber(db: TestDatabase, table: string, where: string): Promise<Sample> {
  const [row] = await db.sql<{ id: string }>(`select t.id::text as id from ${table} t where ${where} order by t.id limit 1`);
  return { value: row!.id, table, where: `t.id = ${row!.id}` };
}

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  example?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  items?: Schema;
  minLength?: number;
}
export interface Operation {
  responses?: Record<string, { description: string; headers?: Record<string, unknown>; content?: Record<string, { schema: Schema }> }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
}

/** Requests made from the published OpenAPI document: what is checked is what is documented. */
export class RouteSamples {
  private constructor(
    private readonly document: {
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, Schema> };
    },
  ) {}

  static async of(app: TestApplication): Promise<RouteSamples> {
    return new RouteSamples((await app.call('GET', '/api/v1/openapi.json')).json as never);
  }

  operation(route: Route): Operation | undefined {
    return this.document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
  }

  /** The described success of a route, by status; where it has two, the one that was answered. */
  success(
    route: Route,
    answered?: number,
  ): { status: string; description: string; content?: Record<string, { schema: Schema }> } | undefined {
    const [status, answer] =
      Object.entries(this.operation(route)?.responses ?? {})
        .filter(([code]) => code.startsWith('2'))
        .sort(([one]) => (one === String(answered) ? -1 : 1))[0] ?? [];
    return status && answer ? { status, ...answer } : undefined;
  }

  /** How a real success differs from its description. */
  answerFaults(route: Route, answer: Answer): string[] {
    if (answer.status >= 300) return [];
    const success = this.success(route, answer.status);
    if (success?.status !== String(answer.status)) return [`answers ${answer.status}, declares ${success?.status}`];
    const schema = success.content?.['application/json']?.schema;
    const type = (answer.headers.get('content-type') ?? '').split(';')[0]!;
    if (!schema)
      return answer.status === 204 || Object.keys(success.content ?? {}).some((known) => known.startsWith(type))
        ? []
        : [`answers ${type}, not declared`];
    return [...new Set(shapeFaults(this.document.components.schemas as never, schema as never, JSON.parse(answer.text)))];
  }

  /** {@link answerFaults} of whatever route a path belongs to. */
  faultsOf(routes: readonly Route[], method: string, path: string, answer: Answer): string[] {
    const plain = path.split('?')[0]!;
    const fits = routes.filter((route) => route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(plain));
    const route = fits.find((one) => one.path === plain) ?? fits[0];
    return route ? this.answerFaults(route, answer).map((fault) => `${route.handler}: ${fault}`) : [];
  }

  schema(route: Route): Schema | undefined {
    return this.resolve(this.operation(route)?.requestBody?.content['application/json']?.schema);
  }

  /** Required fields only; ids from `ids` where the field names an object. */
  body(route: Route, ids: Record<string, string>): Record<string, unknown> | undefined {
    const schema = this.schema(route);
    return schema && (this.value(schema, ids) as Record<string, unknown>);
  }

  queryParameters(route: Route): NonNullable<Operation['parameters']> {
    return (this.operation(route)?.parameters ?? []).filter((p) => p.in === 'query');
  }

  query(route: Route): string {
    const needed = this.queryParameters(route).filter((p) => p.required);
    return needed.length ? `?${needed.map((p) => `${p.name}=${encodeURIComponent(String(this.value(p.schema, {})))}`).join('&')}` : '';
  }

  /** Headers the document asks for besides those every caller sends. */
  headers(route: Route): Record<string, string> {
    const needed = (this.operation(route)?.parameters ?? []).filter((p) => p.in === 'header' && p.name !== 'Idempotency-Key' && p.required);
    return Object.fromEntries(needed.map((p) => [p.name, String(this.value(p.schema, {}))]));
  }

  /** Names of objects a route takes: path parameters and required id fields of the body. */
  objectsOf(route: Route): string[] {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1]!);
    const schema = this.schema(route);
    const inBody = (schema?.required ?? []).filter((name) => schema?.properties?.[name]?.format === 'uuid' || name in SAMPLES);
    return [...new Set([...inPath, ...inBody])];
  }

  private value(schema: Schema, ids: Record<string, string>, name = ''): unknown {
    const s = this.resolve(schema)!;
    if (ids[name] !== undefined) return ids[name];
    if (s.example !== undefined) return s.example;
    if (s.properties) return Object.fromEntries((s.required ?? []).map((field) => [field, this.value(s.properties![field]!, ids, field)]));
    if (s.enum) return s.enum[0];
    if (s.type === 'array') return [];
    if (s.type === 'number' || s.type === 'integer') return 1;
    if (s.type === 'boolean') return true;
    return 'x'.repeat(Math.max(s.minLength ?? 1, 8));
  }

  private resolve(schema: Schema | undefined): Schema | undefined {
    if (schema?.allOf?.length) return this.resolve(schema.allOf[0]);
    return schema?.$ref ? this.document.components.schemas[schema.$ref.split('/').at(-1)!] : schema;
  }
}

/** Canaries of the persons whose case or person row the account may not see. */
export async function foreignCanaries(
  db: TestDatabase,
  tenants: Tenants,
  account: TenantAccount,
  oracle: Record<string, string>,
): Promise<string[]> {
  const visible = new Set((await db.sql<{ id: string }>(`select t.id from worker t where ${oracle.worker}`)).map((row) => row.id));
  return tenants.people.filter((p) => !visible.has(p.workerId)).flatMap((p) => [p.canary, p.citizenId, p.caseCode]);
}
