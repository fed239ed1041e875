-- What somebody trains for over months and years. Saying it anew is a new version; what was said before is kept.
create table goal (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  state text not null check (state in ('open', 'reached', 'dropped')),
  versions jsonb not null check (jsonb_typeof(versions) = 'array'), -- the newest last
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index goal_athlete on goal (athlete_id, created_at desc);
comment on table goal is 'room: goals';
alter table goal enable row level security;
alter table goal force row level security;
create policy owner on goal to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on goal to gymgenius_system using (true) with check (true);

-- How it stands with a goal, as the lifter says it from time to time.
create table goal_check_in (
  id uuid primary key,
  goal_id uuid not null references goal on delete cascade,
  athlete_id uuid not null references athlete on delete cascade,
  at timestamptz not null,
  said jsonb not null
);
create index goal_check_in_newest on goal_check_in (athlete_id, goal_id, at desc, id desc);
comment on table goal_check_in is 'room: goals';
alter table goal_check_in enable row level security;
alter table goal_check_in force row level security;
create policy owner on goal_check_in to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on goal_check_in to gymgenius_system using (true) with check (true);

-- How somebody trains, as far as programs ask: experience, days, what they like. One document.
create table training_profile (
  athlete_id uuid primary key references athlete on delete cascade,
  said jsonb not null,
  updated_at timestamptz not null
);
comment on table training_profile is 'room: goals';
alter table training_profile enable row level security;
alter table training_profile force row level security;
create policy owner on training_profile to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on training_profile to gymgenius_system using (true) with check (true);
