import { MILESTONE_KINDS, topicOf } from '@app/casework';
import { NOTICE_DELIVER_TOPIC, NOTICES_RELEASED_TOPIC } from '@app/notices';
import { type OutboxRoute, QUEUE_NAMES, type QueueName } from '@app/platform';

export const SWEEP_REQUESTED_TOPIC = 'sweeps.requested.v1';
export const UNITS_CHANGED_TOPIC = 'territory.units-changed.v1';
export const probeTopic = (queue: QueueName) => `platform.probe-${queue}.v1`;

/** Facts of a case the commune reads in its digest. */
export const DIGEST_FACTS = { DEPARTED: 'DEPARTURE', EXTENDED: 'EXTENSION', RETURNED: 'RETURN' } as const;

/** Which job takes which fact or duty. */
export const OUTBOX_ROUTES: readonly OutboxRoute[] = [
  { topic: NOTICE_DELIVER_TOPIC, queue: 'notices', job: 'deliver', chunk: 50, patience: 60 },
  { topic: NOTICES_RELEASED_TOPIC, queue: 'notices', job: 'release', chunk: 20, patience: 90 },
  ...(Object.keys(DIGEST_FACTS) as (keyof typeof DIGEST_FACTS)[]).map(
    (kind): OutboxRoute => ({ topic: topicOf(kind), queue: 'notices', job: 'digest', chunk: 200, patience: 90 }),
  ),
  { topic: SWEEP_REQUESTED_TOPIC, queue: 'sweeps', job: 'requested', chunk: 1, patience: 90 },
  { topic: UNITS_CHANGED_TOPIC, queue: 'sweeps', job: 'units-changed', chunk: 100, patience: 90 },
  ...QUEUE_NAMES.map((queue): OutboxRoute => ({ topic: probeTopic(queue), queue, job: 'probe', chunk: 20, patience: 60 })),
];

/** Facts that are recorded and that nobody listens to yet. */
export const UNHEARD_TOPICS: readonly string[] = [...new Set(MILESTONE_KINDS.map(topicOf))].filter(
  (topic) => !OUTBOX_ROUTES.some((route) => route.topic === topic),
);
