import type { Tx } from '@app/platform';

/**
 * A case whose declared commune was divided goes to nobody by guess: its centre gets one task to choose, however often alerts come.
 */
export async function openPlacementTasks(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (!caseIds.length) return;
  await tx.execute(
    `insert into desk_task (desk, province_code, kind, dedupe_key, case_id, detail)
     select 'centre', province_code, 'choose-commune', 'overstay:choose-commune:' || id, id, jsonb_build_object('caseCode', code)
     from case_file where id = any ($1::uuid[]) on conflict (dedupe_key) do nothing`,
    [caseIds],
  );
}
