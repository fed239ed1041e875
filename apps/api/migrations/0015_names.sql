-- What a lifter said that a name of another app means. Asked once, remembered for every import after.
create table remembered_name (
  athlete_id uuid not null references athlete on delete cascade,
  name text not null, -- as it was written, but for case and spaces
  movement_id uuid not null references movement,
  said_at timestamptz not null,
  primary key (athlete_id, name)
);
comment on table remembered_name is 'room: movements';
alter table remembered_name enable row level security;
alter table remembered_name force row level security;
create policy owner on remembered_name to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on remembered_name to gymgenius_system using (true) with check (true);

-- A movement of the lifter's own that is really another. What followed it is listed, so that it can be taken back.
create table movement_merge (
  athlete_id uuid not null references athlete on delete cascade,
  from_id uuid not null references movement on delete cascade,
  into_id uuid not null references movement,
  set_ids jsonb not null,
  routine_ids jsonb not null,
  merged_at timestamptz not null,
  primary key (athlete_id, from_id)
);
comment on table movement_merge is 'room: movements';
alter table movement_merge enable row level security;
alter table movement_merge force row level security;
create policy owner on movement_merge to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on movement_merge to gymgenius_system using (true) with check (true);
