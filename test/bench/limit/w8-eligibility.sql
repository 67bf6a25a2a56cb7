with lived as (
  select worker_id, array_agg(distinct commune_code) as communes from (
    select r.worker_id, r.commune_code, lead(coalesce(r.valid_from, r.recorded_at::date)) over (partition by r.worker_id order by r.recorded_at, r.id) as left_on
      from worker_residence r where $3::date is not null and r.worker_id = any ($1::uuid[])) r
   where commune_code is not null and (left_on is null or left_on >= $3::date) group by worker_id)
select w.id, w.birth_date, w.birth_precision, w.sex, w.commune_code, l.communes, f.overstayed, f.relatives, f.kin, f.away
  from worker w join eligibility_record($1::uuid[], $2) f on f.worker_id = w.id left join lived l on l.worker_id = w.id where w.id = any ($1::uuid[])
