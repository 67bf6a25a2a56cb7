insert into contract_version (id, case_id, kind, number, signed_on, starts_on, ends_on, term_months, employer, occupation, wage, wage_currency)
select ('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, case_id, 'employment', 'HD-' || n, departed_on - 60, departed_on, contract_end, 36, 'Công ty sở tại ' || n % 5000,
  'Chế biến thực phẩm', 28000000, 'VND'
from draft where departed_on is not null order by n
