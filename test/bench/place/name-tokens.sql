insert into worker_name_token (province_code, token, worker_id)
select distinct province_code, token, worker_id
from draft cross join lateral unnest(string_to_array(family_key || ' ' || middle_key || ' ' || given_key, ' ')) token
order by province_code, token, worker_id
