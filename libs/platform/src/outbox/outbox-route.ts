import type { QueueName } from '../queue/queue-names';

/** Which job takes the rows of a topic. */
export interface OutboxRoute {
  topic: string;
  queue: QueueName;
  job: string;
  /** Rows per job: a job that sends fifty mails costs the queue as much as one that sends one. */
  chunk: number;
  /** Seconds after which a row that was handed over and is not done counts as lost. Must exceed the longest honest run. */
  patience: number;
}
