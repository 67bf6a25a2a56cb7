-- The four roles of the database. Run once by a superuser (the embedded server and docker/ do it); passwords are set apart.
-- benve_owner owns everything and migrates; benve_api and benve_jobs own nothing and are the only roles that run;
-- benve_resolver cannot log in, passes row security, and owns only the listed SECURITY DEFINER functions.
do $$ begin
  if not exists (select from pg_roles where rolname = 'benve_owner') then create role benve_owner login; end if;
  if not exists (select from pg_roles where rolname = 'benve_api') then create role benve_api login; end if;
  if not exists (select from pg_roles where rolname = 'benve_jobs') then create role benve_jobs login; end if;
  if not exists (select from pg_roles where rolname = 'benve_resolver') then create role benve_resolver nologin bypassrls; end if;
end $$;
grant benve_resolver to benve_owner with inherit false, set true;
-- A file taken in by the background program is written with the rights of its sender, not with the program's own.
grant benve_api to benve_jobs with inherit false, set true;
