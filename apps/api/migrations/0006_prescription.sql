-- Every recommendation with what is needed to compute it again. Target, snapshot and prescription are JSON kept as text:
-- replaying one compares bytes, and jsonb would put the keys in an order of its own.
create table recommendation (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  movement_id uuid not null references movement,
  made_at timestamptz not null,
  target text not null,
  prescription text not null,
  snapshot text not null,
  engine_version text not null
);
create index recommendation_recent on recommendation (athlete_id, movement_id, made_at desc);
comment on table recommendation is 'room: prescription';
alter table recommendation enable row level security;
alter table recommendation force row level security;
create policy owner on recommendation to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on recommendation to gymgenius_system using (true) with check (true);
