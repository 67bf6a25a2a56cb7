// BENVE_URL=https://… BENVE_KEY=bvk_… node example.ts [day]: reports that the next person with a contract left, and says what the province answers.
import { connect, isTrial, newRequestId } from 'benve-agency-client';

const client = connect({ url: process.env.BENVE_URL ?? '', key: process.env.BENVE_KEY ?? '' });

const { data: found, error: unread } = await client.GET('/api/v1/cases', {
  params: { query: { stages: ['CONTRACTED', 'READY'], limit: 1 } },
});
if (unread) throw new Error(`${unread.code}: ${unread.detail}`);
const [next] = found.cases;
if (!next) throw new Error('Nobody is waiting to leave.');

const {
  data: told,
  error,
  response,
} = await client.POST('/api/v1/agency/cases/{caseId}/exit', {
  params: { path: { caseId: next.id }, header: { 'Idempotency-Key': newRequestId() } },
  body: { exitOn: process.argv[2] ?? new Date().toISOString().slice(0, 10) },
});
console.log(
  JSON.stringify({
    case: next.code,
    trial: isTrial(response),
    ...(error ? { refused: error.code, why: error.detail } : { stage: told.stage, stillMissing: told.gaps }),
  }),
);
