/** The queues, by urgency: a long import never stands in front of a mail. */
export const QUEUE_NAMES = ['notices', 'sweeps', 'imports'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
