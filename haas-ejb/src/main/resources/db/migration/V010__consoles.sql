-- Which instance has the connection to a machine's console, for which tenure; compared with the
-- database's clock only. Written often, so beside the node and without its version.
create table console (
  node_id     bigint primary key references node (id) on delete cascade,
  tenure      uuid not null,
  holder      uuid,
  claim_until timestamptz,
  -- the tenure for which what the controller kept from before was read away
  clean_for   uuid,
  -- the newest operation when that was done at the end of a tenure, with the machine seen off
  clean_after bigint,
  constraint console_claim_whole check ((holder is null) = (claim_until is null))
);
