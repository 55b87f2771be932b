-- A change that goes on in hardware is followed to its end by the operation that it began.
alter table audit_event add column operation uuid;

-- Searched newest first by any of these, and cut by time.
drop index audit_event_by_target;
drop index audit_event_by_project;
drop index audit_event_by_actor;
create index audit_event_by_time on audit_event (at, id);
create index audit_event_by_actor on audit_event (actor, at, id);
create index audit_event_by_action on audit_event (action, at, id);
create index audit_event_by_project on audit_event (project, at, id);
create index audit_event_by_target on audit_event (target, at, id);

-- Rows go only when they are older than the retention, by audit_event_forget and in no other way:
-- it alone sets the setting, for as long as it runs. Not even it can take a row of the last day.
drop trigger audit_event_no_change on audit_event;
drop function audit_event_is_for_ever();

create function audit_event_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('haas.audit_forgets', true) = 'yes'
     and old.at < clock_timestamp() - interval '1 day' then
    return old;
  end if;
  raise exception 'the audit trail is never changed';
end $$;
create trigger audit_event_no_change before update or truncate on audit_event
  for each statement execute function audit_event_is_kept();
create trigger audit_event_no_delete before delete on audit_event
  for each row execute function audit_event_is_kept();

-- With its owner's rights, so that the application's role needs no right to delete
-- (docs/operations.md). Answers how many rows went; two at once do not wait for each other.
create function audit_event_forget(older_than interval, at_most integer) returns bigint
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  forgotten bigint;
begin
  if older_than < interval '1 day' then
    raise exception 'the audit trail is kept for a day at least';
  end if;
  perform set_config('haas.audit_forgets', 'yes', true);
  delete from audit_event where id in (
    select id from audit_event where at < clock_timestamp() - older_than
    order by at, id limit at_most for update skip locked);
  get diagnostics forgotten = row_count;
  perform set_config('haas.audit_forgets', '', true);
  return forgotten;
end $$;
revoke execute on function audit_event_forget(interval, integer) from public;
