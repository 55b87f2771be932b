-- Who sees what is remembered for open pages and event streams until a membership changes, whoever
-- changes it: the notification is in the transaction of the change, before any later change's.
create function membership_changed() returns trigger language plpgsql as $$
declare
  project bigint := coalesce(new.project_id, old.project_id);
begin
  perform pg_notify('haas_changes', 'MEMBERSHIP|' || project || '||' || project);
  return null;
end $$;
create trigger membership_is_told after insert or update or delete on membership
  for each row execute function membership_changed();
