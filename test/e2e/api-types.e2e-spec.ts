import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiDocument } from '../../apps/api/src/public/openapi.controller';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('types of the screens', () => {
  let db: TestDatabase;
  let app: TestApplication;
  beforeAll(async () => {
    db = await createTestDatabase();
    app = await startApplication(db);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  it('are those of the API as it runs (else: npm run cli -- openapi > file; node apps/web/tools/api-types.mjs file)', async () => {
    const { typesOf } = (await import('../../apps/web/tools/api-types.mjs' as string)) as { typesOf: (document: unknown) => string };
    const committed = readFileSync(join(__dirname, '../../apps/web/src/api/schema.d.ts'), 'utf8');
    const told = typesOf(JSON.parse(JSON.stringify(app.application.get(ApiDocument).document)));
    expect(committed.split('\n')).toEqual(told.split('\n'));
  });
});
