-- What was asked under a key of the caller's, so that it is done once. The change marks its key in its own
-- transaction (DONE), so a change and its mark are there together or not at all.
create table idempotency_key (
  issuer       text not null,
  subject      text not null,
  key          text not null,
  -- whose turn it is: a mark or an answer of an earlier turn counts for nothing
  claim        uuid not null,
  claimed_at   timestamptz not null default clock_timestamp(),
  state        text not null default 'WORKING',
  -- the digest of the request and the answer's body are sealed: there are passwords in one, tickets in the other
  request      bytea not null,
  status       integer,
  content_type text,
  location     text,
  etag         text,
  body         bytea,
  constraint idempotency_key_once primary key (issuer, subject, key),
  constraint idempotency_key_form check (length(key) between 1 and 64),
  constraint idempotency_key_state check (state in ('WORKING', 'DONE', 'ANSWERED', 'LOST')),
  constraint idempotency_key_status check (status between 200 and 499),
  constraint idempotency_key_answered check (
    (state = 'ANSWERED') = (status is not null) and (state = 'ANSWERED') = (body is not null)
    and (state = 'ANSWERED' or coalesce(content_type, location, etag) is null))
);
create index idempotency_key_by_age on idempotency_key (claimed_at);
