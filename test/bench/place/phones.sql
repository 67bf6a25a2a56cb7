insert into worker_phone (worker_id, phone, position) select worker_id, '+849' || lpad((n * 7919 % 100000000)::text, 8, '0'), 0 from draft order by n
