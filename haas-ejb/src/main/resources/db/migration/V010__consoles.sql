-- Which instance has the connection to a machine's console, for which tenure; compared with the
-- database's clock only. Written often, so beside the node and without its version.
create table console (
  node_id     bigint primary key references node (id) on delete cascade,
  tenure      uuid not null,
  holder      uuid,
  claim_until timestamptz,
  -- where the holder's other instances reach it
  address     text,
  -- the tenure for which what the controller kept from before was read away
  clean_for   uuid,
  constraint console_claim_whole check ((holder is null) = (claim_until is null))
);
