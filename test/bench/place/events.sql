insert into case_event (case_id, request_id, ordinal, kind, effective_on, recorded_on, stage_before, stage_after, case_version, proof)
select case_id, 'bench', e.ordinal, e.kind, e.effective_on, learnt_on, e.stage_before, e.stage_after, 1, 'reported'
from draft cross join lateral (values
  (0, 'REGISTERED', learnt_on - 200, null, 'REGISTERED'), (1, 'CONTRACT_SIGNED', departed_on - 60, 'REGISTERED', 'CONTRACTED'),
  (2, 'DEPARTED', departed_on, 'CONTRACTED', 'ABROAD'), (3, 'RETURNED', returned_on, 'ABROAD', 'RETURNED')) as e(ordinal, kind, effective_on, stage_before, stage_after)
where e.effective_on is not null order by n, e.ordinal
