import { routeTable } from '../../apps/api/src/http/route-table';
import { startApplication, type TestApplication } from '../support/application';
import type { TestDatabase } from '../support/test-database';
import { RouteSamples } from './route-samples';

/** The API as it runs, every answer of which is held against its own description. */
export async function startDescribed(db: TestDatabase, env: Record<string, string>): Promise<TestApplication> {
  const started = await startApplication(db, env);
  const [routes, samples] = [routeTable(started.application), await RouteSamples.of(started)];
  return {
    ...started,
    call: async (method, path, options) => {
      const answer = await started.call(method, path, options);
      expect(samples.faultsOf(routes, method, path, answer)).toEqual([]);
      return answer;
    },
  };
}
