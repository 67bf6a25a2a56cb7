insert into worker (id, province_code, commune_code, full_name, name_key, sort_key, birth_date, birth_precision, sex, ethnic_code, citizen_id_cipher, citizen_id_index,
  consent_family_notice)
select worker_id, province_code, commune_code, family || ' ' || middle || ' ' || given, family_key || ' ' || middle_key || ' ' || given_key,
  lower(given || ' ' || family || ' ' || middle), date '1975-01-01' + (r_more % 11000)::int, 'YMD', case when middle like 'Thị%' then 'F' else 'M' end, '01',
  sha256(convert_to('cipher ' || n, 'UTF8')) || '\x010203040506070809', sha256(convert_to('index ' || n, 'UTF8')), false
from draft order by n
