-- $1 people, $2 today, then the syllables of names. One row per person with everything that is drawn: the largest province has 12 %, the
-- smallest 0.5 %; 46 % are back, 4 % are overdue without a return, 42 % work abroad with an end within three years, 8 % prepare to go.
create unlogged table draft as
with province as (
  select code, row_number() over (order by code) as rank from admin_unit where level = 'province'),
share as (
  select code, case rank when 1 then 0.12 else 0.0483 - (rank - 2) * 0.00135 end as part from province),
edge as (
  select code, sum(part) over (order by code) / sum(part) over () as upto, (sum(part) over (order by code) - part) / sum(part) over () as from_part from share),
commune as materialized (
  select p.code as province_code, array_agg(c.code order by c.code) as codes
  from admin_unit c join admin_unit p on p.id = c.parent_id where c.level = 'commune' group by 1),
drawn as (
  select n, (hashint8extended(n, 1) & 1048575) / 1048576.0 as r_province, hashint8extended(n, 2) & 2147483647 as r_commune,
    (hashint8extended(n, 3) & 1048575) / 1048576.0 as r_stage, hashint8extended(n, 4) & 2147483647 as r_end, hashint8extended(n, 5) & 2147483647 as r_name,
    hashint8extended(n, 6) & 2147483647 as r_middle, hashint8extended(n, 7) & 2147483647 as r_given, hashint8extended(n, 8) & 2147483647 as r_more
  from generate_series(1, $1::bigint) n),
staged as (
  select d.*, e.code as province_code,
    case when r_stage < 0.46 then 'RETURNED' when r_stage < 0.92 then 'ABROAD'
      else (array['REGISTERED', 'COUNSELLED', 'SELECTED', 'CONTRACTED'])[1 + r_more % 4] end as stage,
    -- Overdue ends lie 55 to 85 days back: suspected, not yet 90 days over.
    case when r_stage < 0.46 then $2::date - 1 - (r_end % 1095)::int when r_stage < 0.50 then $2::date - 55 - (r_end % 31)::int
      when r_stage < 0.92 then $2::date + 1 + (r_end % 1095)::int end as contract_end,
    r_stage >= 0.46 and r_stage < 0.50 as overdue
  from drawn d join edge e on d.r_province >= e.from_part and d.r_province < e.upto)
select s.n, s.province_code, c.codes[1 + s.r_commune % cardinality(c.codes)] as commune_code, s.stage, s.overdue, s.contract_end, s.contract_end - 1095 as departed_on,
  case when s.stage = 'RETURNED' then least(s.contract_end + (r_more % 20)::int - 10, $2::date) end as returned_on,
  -- A third of the stays is not known and is estimated.
  case when s.stage in ('RETURNED', 'ABROAD') and r_more % 3 <> 0 then s.contract_end end as stay_until,
  -- The overdue came with a register this morning: the sweep sees them for the first time.
  case when s.overdue then $2::date else coalesce(s.contract_end - 1085, $2::date - (r_end % 300)::int) end as learnt_on,
  (array['JP','JP','JP','JP','JP','TW','TW','TW','KR','DE'])[1 + r_end % 10] as market, 1 + r_more % 400 as agency, r_more,
  ($3::text[])[1 + r_name % cardinality($3::text[])] as family, ($4::text[])[1 + r_name % cardinality($3::text[])] as family_key,
  ($5::text[])[1 + r_middle % cardinality($5::text[])] as middle, ($6::text[])[1 + r_middle % cardinality($5::text[])] as middle_key,
  ($7::text[])[1 + r_given % cardinality($7::text[])] as given, ($8::text[])[1 + r_given % cardinality($7::text[])] as given_key,
  ('01900000-0000-7000-8000-' || lpad(to_hex(s.n), 12, '0'))::uuid as worker_id, ('01910000-0000-7000-8000-' || lpad(to_hex(s.n), 12, '0'))::uuid as case_id,
  -- A code of ten letters: a different one for each n, since the factor has no divisor in common with 30.
  substr(l, 1 + (k / 1 % 30)::int, 1) || substr(l, 1 + (k / 30 % 30)::int, 1) ||
  substr(l, 1 + (k / 900 % 30)::int, 1) || substr(l, 1 + (k / 27000 % 30)::int, 1) ||
  substr(l, 1 + (k / 810000 % 30)::int, 1) || substr(l, 1 + (k / 24300000 % 30)::int, 1) ||
  substr(l, 1 + (k / 729000000 % 30)::int, 1) || substr(l, 1 + (k / 21870000000 % 30)::int, 1) ||
  substr(l, 1 + (k / 656100000000 % 30)::int, 1) || substr(l, 1 + (k / 19683000000000 % 30)::int, 1) as code
from staged s join commune c on c.province_code = s.province_code
  cross join lateral (select s.n * 387420489179 % 590490000000000 as k, '23456789ABCDEFGHJKMNPQRSTVWXYZ' as l) letters
