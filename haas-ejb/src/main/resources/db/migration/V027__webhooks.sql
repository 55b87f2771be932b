-- Who is told, by HTTP, what happens in a project. The cursor is the place in project_event up to which all was dealt
-- with: told, or not asked for. The row is the queue: who has the claim delivers, and only he moves the cursor.
create table webhook (
  id            bigint generated always as identity primary key,
  project_id    bigint not null references project (id) on delete cascade,
  label         text not null,
  url           text not null,
  -- words and words with .* behind them, blanks between; empty: everything
  events        text not null,
  secret        bytea not null,
  enabled       boolean not null default true,
  position      bigint not null,
  due_at        timestamptz not null default clock_timestamp(),
  -- how often the next event was not taken yet, and since when
  attempts      integer not null default 0,
  failing_since timestamptz,
  answered_at   timestamptz,
  answer        text,
  claim         bigint not null default 0,
  claimed_until timestamptz not null default '-infinity',
  constraint webhook_label_unique unique (project_id, label),
  constraint webhook_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint webhook_position_form check (position >= 0 and attempts >= 0)
);
create index webhook_due on webhook (due_at) where enabled;
