import { rmSync } from 'node:fs';

export default async function stopServices() {
  const services = globalThis.benveServices;
  if (!services) return;
  globalThis.benveServices = undefined;
  services.redis?.kill();
  await services.postgres.stop();
  rmSync(services.folder, { recursive: true, force: true });
}
