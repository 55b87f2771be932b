-- Which instance has the connection to a headnode's console; compared with the database's clock only. A
-- headnode's tenure is its machine: there is no next one.
create table headnode_console (
  headnode_id bigint primary key references headnode (id) on delete cascade,
  holder      uuid not null,
  claim_until timestamptz not null,
  -- where the holder's other instances reach it
  address     text not null
);

-- Who may open which screen, once and soon. The ticket itself is kept nowhere, only its SHA-256.
create table screen_ticket (
  digest      bytea primary key,
  headnode_id bigint not null references headnode (id) on delete cascade,
  issuer      text not null,
  subject     text not null,
  username    text not null,
  admin       boolean not null,
  -- when the login ends with which it was asked for, if that is known
  login_until timestamptz,
  expires_at  timestamptz not null,
  constraint screen_ticket_digest check (octet_length(digest) = 32)
);
create index screen_ticket_by_headnode on screen_ticket (headnode_id);
