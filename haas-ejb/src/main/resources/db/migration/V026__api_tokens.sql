-- What a person has programs log in with. Nobody can read a token here: its digest is kept, and the token is 256
-- random bits.
create table api_token (
  -- who a token is, for ever; its name may be given again
  id         text primary key,
  digest     bytea not null,
  label      text not null,
  -- its owner
  issuer     text not null,
  subject    text not null,
  username   text not null,
  admin      boolean not null,
  read_only  boolean not null,
  -- whether it is for the projects of api_token_project only: also when there is none left
  scoped     boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint api_token_label_unique unique (issuer, subject, label),
  constraint api_token_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint api_token_digest_unique unique (digest),
  constraint api_token_digest_form check (length(digest) = 32),
  constraint api_token_id_form check (id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  constraint api_token_admin_unscoped check (not (admin and scoped)),
  constraint api_token_longest check (expires_at > created_at and expires_at - created_at <= interval '366 days')
);
create index api_token_by_end on api_token (expires_at);

create table api_token_project (
  token_id   text not null references api_token (id) on delete cascade,
  project_id bigint not null references project (id) on delete cascade,
  primary key (token_id, project_id)
);
create index api_token_project_by_project on api_token_project (project_id);

-- What callers are in projects: persons what their memberships say, tokens what their owners are at this moment, in
-- the projects that they are for. Who asks membership instead finds nothing for a token.
create view standing (project_id, issuer, subject, role) as
  select m.project_id, m.issuer, m.subject, m.role from membership m
  union all
  select m.project_id, 'haas:token', t.id, m.role
    from api_token t join membership m on m.issuer = t.issuer and m.subject = t.subject
    where t.expires_at > now()
      and (not t.scoped or exists
        (select 1 from api_token_project s where s.token_id = t.id and s.project_id = m.project_id));

-- Whoever remembers what a token may see, or goes on showing it, looks again: as when a membership changes.
create function api_token_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('haas_changes', 'MEMBERSHIP|' || old.id || '||');
  return null;
end $$;
create trigger api_token_is_told after delete or update of admin, read_only, scoped, expires_at on api_token
  for each row execute function api_token_changed();

create function api_token_project_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('haas_changes', 'MEMBERSHIP|' || old.token_id || '||' || old.project_id);
  return null;
end $$;
create trigger api_token_project_is_told after delete or update on api_token_project
  for each row execute function api_token_project_changed();
