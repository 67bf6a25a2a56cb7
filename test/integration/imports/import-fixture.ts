import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CorrectEvent, OpenCasesInBulk, RecordExitsInBulk, RecordMilestone, UndoCases } from '@app/casework';
import { ActorOfLogin, LoadOrganisations } from '@app/identity';
import {
  BankTarget,
  CaseReportsTarget,
  ImportFile,
  ImportTargets,
  type ReaderOptions,
  RegisterTarget,
  UndoBatch,
  WorkbookReader,
} from '@app/imports';
import type { Actor } from '@app/kernel';
import { TakeStatement } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import { ImportUnits } from '@app/territory';
import { KnownPeople, RegisterWorkersInBulk, UndoWorkers } from '@app/workers';
import type { AppConfig } from '@app/platform';
import { OneTimeLinks } from '../../../libs/identity/src/application/one-time-links';
import type { SignInDoor } from '../../../libs/identity/src/persistence/sign-in-door';
import { PasswordHasher } from '../../../libs/identity/src/application/password-hasher';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

export const SHARED = process.env.BENVE_SHARED_DIR ?? join(__dirname, '../../../../shared');
export const ROOT = join(__dirname, '../../..');

/** False (with a NOT RUN line) without the reference files; an error where they are required. */
export function hasShared(suite: string, path: string): boolean {
  if (existsSync(join(SHARED, path))) return true;
  if (process.env.BENVE_REQUIRE_SHARED === '1') throw new Error(`${suite}: ${join(SHARED, path)} is missing`);
  console.warn(`NOT RUN: ${suite}, no ${path} in BENVE_SHARED_DIR`);
  return false;
}

export const READER: ReaderOptions = {
  program: join(ROOT, 'libs/imports/src/reading/reader-process.ts'),
  execArgv: ['--require', join(ROOT, 'test/support/register-ts.cjs')],
};

export interface ImportFixture {
  db: TestDatabase;
  importFile: ImportFile;
  undo: UndoBatch;
  reader: WorkbookReader;
  actor(login: string): Promise<Actor>;
  close(): Promise<void>;
}

/** Database with units and organisations, and the importer as the application wires it. */
export async function createImportFixture(today: string): Promise<ImportFixture> {
  const db = await createTestDatabase({ today });
  await new SeedPolicies(db.jobs).run();
  await new ImportUnits(db.jobs).run(join(SHARED, 'data/admin-units'));
  await loadOrganisations(db);
  return { db, ...importerOf(db), close: () => db.close() };
}

export function importerOf(
  db: Pick<TestDatabase, 'api' | 'jobs' | 'seal'>,
): Pick<ImportFixture, 'importFile' | 'undo' | 'reader' | 'actor'> {
  const people = new KnownPeople(db.seal);
  const reader = new WorkbookReader(READER);
  const targets = (['departures', 'returns', 'extensions', 'absences', 'certificates'] as const).reduce(
    (known, kind) => known.register(new CaseReportsTarget(people, new RecordExitsInBulk(), kind)),
    new ImportTargets()
      .register(new RegisterTarget(people, new RegisterWorkersInBulk(db.seal), new OpenCasesInBulk()))
      .register(new BankTarget(new TakeStatement(db.seal, new RecordMilestone(db.api), new CorrectEvent(db.api)))),
  );
  return {
    reader,
    importFile: new ImportFile(db.api, db.seal, reader, targets),
    undo: new UndoBatch(db.api, new UndoCases(new CorrectEvent(db.api)), new UndoWorkers()),
    actor: (login) => new ActorOfLogin(db.jobs).get(login),
  };
}

async function loadOrganisations(db: TestDatabase): Promise<void> {
  const loader = new LoadOrganisations(
    db.jobs,
    new OneTimeLinks({ PUBLIC_URL: 'http://localhost' } as AppConfig, { limits: async () => ({ linkHours: 72 }) } as unknown as SignInDoor),
    new PasswordHasher(),
  );
  await loader.run(join(SHARED, 'data/registers/organisations.json'));
}
