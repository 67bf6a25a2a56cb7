import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who waited longest moves up and has missed what was held meanwhile, as when somebody is taken out by hand (`SeatRows.leave`, `moveUp`). The class is
 * locked first, as by everybody who gives seats.
 */
const FREE_SEATS = `
  declare
    of_class uuid;
    was text;
    up_case uuid;
    up_asked timestamptz;
  begin
    for of_class in select s.class_id from public.class_seat s join public.training_class k on k.id = s.class_id
        where s.case_id = new.id and s.state in ('seated', 'waiting') and k.state = 'open' and k.agency_id = old.agency_id order by s.class_id loop
      perform from public.training_class k where k.id = of_class for no key update;
      update public.class_seat s set state = 'left', left_for = 'AGENCY_CHANGED', asked_at = case when o.state = 'waiting' then s.asked_at else now() end
        from public.class_seat o where s.class_id = of_class and s.case_id = new.id and o.class_id = s.class_id and o.case_id = s.case_id and o.state <> 'left'
        returning o.state into was;
      continue when was is distinct from 'seated';
      update public.class_seat set state = 'seated' where class_id = of_class and case_id =
        (select case_id from public.class_seat where class_id = of_class and state = 'waiting' order by ordinal limit 1) returning case_id, asked_at into up_case, up_asked;
      if up_case is null then
        update public.training_class set taken = taken - 1 where id = of_class;
      else
        insert into public.class_absence (session_id, case_id) select e.id, up_case from public.class_session e where e.class_id = of_class and e.taken_at > up_asked
          on conflict do nothing;
      end if;
    end loop;
    return null;
  end`;

/** The seat of somebody who went to another agency is free at once: whoever waits need not wait for the clerk of the agency that was left. */
export class FreeSeats20261212030000 implements MigrationInterface {
  name = 'FreeSeats20261212030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function case_frees_seats() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ ${FREE_SEATS} $$;
      comment on function case_frees_seats() is 'Who goes to another agency leaves the open classes of the one before; the seat goes to whoever waited longest.';
      create trigger case_frees_seats after update of agency_id on case_file for each row
        when (old.agency_id is not null and new.agency_id is distinct from old.agency_id) execute function case_frees_seats();
      revoke all on function case_frees_seats() from public;
      grant create on schema public to benve_resolver;
      grant select, update (state, left_for, asked_at) on class_seat to benve_resolver;
      grant select (id, state, agency_id, taken), update (taken) on training_class to benve_resolver;
      grant select (id, class_id, taken_at) on class_session to benve_resolver;
      grant select, insert on class_absence to benve_resolver;
      alter function case_frees_seats() owner to benve_resolver;
      revoke create on schema public from benve_resolver;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger case_frees_seats on case_file;
      drop function case_frees_seats();
      revoke all on class_absence, class_session, training_class, class_seat from benve_resolver;`);
  }
}
