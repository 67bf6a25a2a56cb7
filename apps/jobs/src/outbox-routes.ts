import { CORRECTION_TOPIC, MILESTONE_KINDS, type MilestoneKind, milestoneRow, topicOf } from '@app/casework';
import { DOCUMENT_REQUESTED_TOPIC } from '@app/documents';
import { IMPORT_REQUESTED_TOPIC } from '@app/imports';
import { BANK_FACTS } from '@app/loans';
import { NOTICE_DELIVER_TOPIC, NOTICE_PUSH_TOPIC, NOTICES_RELEASED_TOPIC } from '@app/notices';
import { type OutboxRoute, QUEUE_NAMES, type QueueName } from '@app/platform';
import { UNITS_CHANGED_TOPIC } from '@app/territory';

export const SWEEP_REQUESTED_TOPIC = 'sweeps.requested.v1';
export const probeTopic = (queue: QueueName) => `platform.probe-${queue}.v1`;

/** Facts of a case the commune reads in its digest. */
export const DIGEST_FACTS = {
  DEPARTED: 'DEPARTURE',
  EXTENDED: 'EXTENSION',
  RETURNED: 'RETURN',
} as const satisfies Partial<Record<MilestoneKind, string>>;

/** Facts after which a question of an alert, or a task on a desk, may have become pointless. */
const CLOSING_FACTS: readonly MilestoneKind[] = [
  'EXTENDED',
  'TRANSFERRED',
  'VISITED_HOME',
  'RETURN_PLANNED',
  'STAY_CHANGED',
  'STAY_CANCELLED',
  'CONTRACT_TERMINATED',
  'STATUS_CHANGED',
  'ABSCONDED',
  'ABSCONDING_WITHDRAWN',
  'WENT_MISSING',
  'FOUND',
  'OVERSTAY_CONFIRMED',
  'RETURNED',
  'DIED',
  'SELECTED',
  'EXIT_PLANNED',
  'GUARD_PROVEN',
  'GUARD_WAIVED',
  'REJECTED',
  'WITHDRAWN',
  'NOT_SENT',
];
/** Papers: their last day is a clock, a contract's end too, and tasks on desks wait for them. */
const PAPER_FACTS = MILESTONE_KINDS.filter((kind) => milestoneRow(kind).proves !== undefined);
const HEARD_FACTS = [
  ...new Set([...CLOSING_FACTS, ...PAPER_FACTS, ...(Object.keys({ ...DIGEST_FACTS, ...BANK_FACTS }) as MilestoneKind[])].map(topicOf)),
  CORRECTION_TOPIC,
];

/** Which job takes which fact or duty. */
export const OUTBOX_ROUTES: readonly OutboxRoute[] = [
  { topic: NOTICE_DELIVER_TOPIC, queue: 'notices', job: 'deliver', chunk: 50, patience: 60 },
  { topic: NOTICE_PUSH_TOPIC, queue: 'notices', job: 'push', chunk: 20, patience: 300 },
  { topic: NOTICES_RELEASED_TOPIC, queue: 'notices', job: 'release', chunk: 20, patience: 90 },
  ...HEARD_FACTS.map((topic): OutboxRoute => ({
    topic,
    queue: 'notices',
    job: 'case-facts',
    chunk: 200,
    patience: 90,
  })),
  { topic: SWEEP_REQUESTED_TOPIC, queue: 'sweeps', job: 'requested', chunk: 1, patience: 90 },
  // A file takes longer than this; a second job then finds a living program at it and goes.
  { topic: IMPORT_REQUESTED_TOPIC, queue: 'imports', job: 'file', chunk: 1, patience: 30 },
  { topic: DOCUMENT_REQUESTED_TOPIC, queue: 'imports', job: 'document', chunk: 1, patience: 120 },
  { topic: UNITS_CHANGED_TOPIC, queue: 'sweeps', job: 'units-changed', chunk: 100, patience: 90 },
  ...QUEUE_NAMES.map((queue): OutboxRoute => ({
    topic: probeTopic(queue),
    queue,
    job: 'probe',
    chunk: 20,
    patience: 60,
  })),
];

/** Facts that are recorded and that nobody listens to yet. */
export const UNHEARD_TOPICS: readonly string[] = [...new Set(MILESTONE_KINDS.map(topicOf))].filter((topic) => !HEARD_FACTS.includes(topic));
