-- People of a province whose name has all the words, in any order, by Vietnamese name order. $1 province, $2 rarest word, $3 its end, $4 patterns of the others.
with hit as materialized (
  select distinct w.id from worker_name_token t join worker w on w.id = t.worker_id
  where t.province_code = $1 and t.token >= $2 and t.token < $3 and w.province_code = $1 and (' ' || w.name_key) like all ($4::text[]) limit 500)
select w.id, w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.commune_code as "communeCode", w.hamlet,
  (select p.phone from worker_phone p where p.worker_id = w.id order by p.position limit 1) as phone
from hit join worker w on w.id = hit.id order by w.sort_key, w.id limit 51
