-- The library (athlete_id is null; written from packages/catalog at start) and the movements lifters make themselves.
create table movement (
  id uuid primary key,
  athlete_id uuid references athlete on delete cascade,
  slug text unique,
  name text not null,
  aliases text[] not null default '{}',
  pattern text not null,
  muscles jsonb not null default '[]',
  equipment text not null,
  laterality text not null,
  load_kind text not null check (load_kind in ('external', 'body_weight', 'body_weight_plus', 'assisted', 'machine_stack')),
  retired_at timestamptz,
  import_id uuid,
  created_at timestamptz not null,
  deleted_at timestamptz,
  change_seq integer not null default 0,
  field_clocks jsonb not null default '{}'
);
create index movement_athlete on movement (athlete_id, change_seq);
comment on table movement is 'room: movements';
alter table movement enable row level security;
alter table movement force row level security;
create policy library on movement for select to gymgenius_request using (athlete_id is null);
create policy owner on movement to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on movement to gymgenius_system using (true) with check (true);

-- Which edition of the library is in the table above: one row, so that a start with nothing new writes nothing.
create table library_edition (
  hash text primary key,
  prepared_at timestamptz not null
);
comment on table library_edition is 'room: movements';
alter table library_edition enable row level security;
alter table library_edition force row level security;
create policy everything on library_edition to gymgenius_system using (true) with check (true);
