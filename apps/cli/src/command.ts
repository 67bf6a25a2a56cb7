import type { Actor } from '@app/kernel';
import type { AppConfig } from '@app/platform';
import type { INestApplicationContext } from '@nestjs/common';

/** Database role an application context works as: people (`--as`) through `api`, system commands through `jobs`, schema through `owner`. */
export type DatabaseRole = 'api' | 'jobs' | 'owner';

export interface CommandContext {
  /** Words after the command's name, without `--json`. */
  readonly argv: string[];
  /** The checked environment, read on first use: throws when it is wrong. */
  readonly config: AppConfig;
  /** One Nest application context per role, made on first use and closed by the frame. */
  readonly application: (role: DatabaseRole) => Promise<INestApplicationContext>;
  /** The account that `--as <login>` names, with its jurisdiction. Throws a DomainError when there is none. */
  readonly actor: (login: string) => Promise<Actor>;
}

export interface CommandResult {
  /** What `--json` prints: one document. */
  json: unknown;
  /** What a person reads instead; without it the document is printed indented. */
  text?: string;
  /** 0 done or questions open (default), 1 failed, 2 file refused. */
  exit?: 0 | 1 | 2;
}

export interface Command {
  /** First word of the command line. */
  readonly name: string;
  /** Lines of `--help`, each a full form without the program's name. */
  readonly usage: string;
  readonly run: (context: CommandContext) => Promise<CommandResult>;
}

/** The command line itself is wrong: the frame prints the usage and ends with 1. */
export class UsageError extends Error {}
