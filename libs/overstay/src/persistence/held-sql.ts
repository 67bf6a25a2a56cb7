/**
 * Cases that came (or were changed) by a bulk import which its centre has not released yet, with the newest such batch and its day. Only what was due
 * by that day is history to look through first; what falls due later is told whether or not anybody remembered to release. Batches are found by a loose
 * scan of the events' batch index: one probe per batch, however many rows it brought.
 */
export const HELD_CASES = `
  batch_met as (
    with recursive met(batch_id) as (
      (select batch_id from case_event where batch_id is not null order by batch_id limit 1)
      union all
      select (select e.batch_id from case_event e where e.batch_id > met.batch_id order by e.batch_id limit 1) from met where met.batch_id is not null)
    select batch_id from met where batch_id is not null and not exists (select from notice_release r where r.batch_id = met.batch_id)),
  held_case as materialized (
    select distinct on (e.case_id) e.case_id, e.batch_id, e.recorded_on from batch_met b join case_event e on e.batch_id = b.batch_id
    order by e.case_id, e.recorded_on desc, e.batch_id)`;
