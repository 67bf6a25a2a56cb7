import { DatabaseWalls } from '@app/identity';
import { AppConfig } from '@app/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { type Route, routeTable } from './route-table';

/** What is wrong with the wiring, in words; the start refuses when there is anything. */
export async function bootFaults(application: INestApplicationContext): Promise<string[]> {
  return [
    ...routeFaults(routeTable(application)),
    ...(await application.get(DatabaseWalls).faults(application.get(AppConfig).BENVE_MODE === 'production')),
  ];
}

export function routeFaults(routes: readonly Route[]): string[] {
  return routes.flatMap(({ method, path, handler, access }) => {
    if (!access) return [`${handler} (${method} ${path}) has no @Access`];
    const faults: string[] = [];
    if (access.roles === 'anyone' && access.fields !== 'public') faults.push(`${handler} shows ${access.fields} fields to anyone`);
    if (access.roles !== 'anyone' && access.roles.length === 0) faults.push(`${handler} is for nobody`);
    if (access.fields === 'sensitive' && method === 'GET')
      faults.push(`${handler} shows sensitive fields by GET: a reason and a log entry need a POST`);
    if (access.fields === 'sensitive' && access.repeat !== 'again' && access.repeat !== 'once')
      faults.push(`${handler} would store a sensitive answer`);
    return faults;
  });
}
