insert into family_contact (id, worker_id, full_name, kin, phone, commune_code, consent)
select ('01920000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, worker_id, family || ' Văn Thân', 'FATHER', '+848' || lpad((n * 6271 % 100000000)::text, 8, '0'), commune_code, true
from draft where r_more % 10 < 6 order by n
