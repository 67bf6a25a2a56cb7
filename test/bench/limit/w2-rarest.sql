-- The word of the name that fewest people of the province bear. $1 province, $2 words.
select q.token from unnest($2::text[]) as q (token), lateral (select count(*) as hits from (
  select from worker_name_token t where t.province_code = $1 and t.token >= q.token and t.token < q.token || '􏿿' limit 2000) x) h
order by h.hits, length(q.token) desc limit 1
