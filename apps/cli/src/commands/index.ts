import type { Command } from '../command';
import { backupCommand } from './backup.command';
import { demoCommand } from './demo.command';
import { doctorCommand } from './doctor.command';
import { exportCommand } from './export.command';
import { importCommand } from './import.command';
import { keysCommand } from './keys.command';
import { migrateCommand } from './migrate.command';
import { noticesCommand } from './notices.command';
import { openapiCommand } from './openapi.command';
import { organisationsCommand } from './organisations.command';
import { outboxCommand } from './outbox.command';
import { policyCommand } from './policy.command';
import { sweepCommand } from './sweep.command';
import { unitsCommand } from './units.command';
import { usersCommand } from './users.command';

/** Every command of the operator, in the order of the help text. A new one is one line here. */
export const COMMANDS: readonly Command[] = [
  migrateCommand,
  doctorCommand,
  unitsCommand,
  policyCommand,
  demoCommand,
  backupCommand,
  exportCommand,
  openapiCommand,
  keysCommand,
  importCommand,
  organisationsCommand,
  usersCommand,
  noticesCommand,
  outboxCommand,
  sweepCommand,
];
