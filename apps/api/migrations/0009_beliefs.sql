-- What is believed of each lifter, in two sizes of part, and how far their sets were read. All of it can be made again from the
-- sets, and is when one of them changes. State is JSON kept as text, as in 0006: what is rebuilt is compared byte for byte.
create table lifter_belief (
  athlete_id uuid primary key references athlete on delete cascade,
  engine_version text not null, -- another engine reads everything again
  body_mass_kg double precision, -- as it was taken to be; null: not said
  seen_seq integer not null, -- every change up to here is read or waits behind the last set read
  has_more boolean not null,
  sets_read integer not null,
  last_at timestamptz, -- place of the last set read: when, position, id
  last_position double precision,
  last_set_id uuid,
  state text not null,
  revision integer not null, -- whoever writes must have read the row before it
  retry_at timestamptz, -- reading failed; not before then
  updated_at timestamptz not null
);
comment on table lifter_belief is 'room: learning';
alter table lifter_belief enable row level security;
alter table lifter_belief force row level security;
create policy owner on lifter_belief to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on lifter_belief to gymgenius_system using (true) with check (true);

create table movement_belief (
  athlete_id uuid not null references athlete on delete cascade,
  movement_id uuid not null,
  facts text not null, -- what the engine was told of the movement
  state text not null,
  primary key (athlete_id, movement_id)
);
comment on table movement_belief is 'room: learning';
alter table movement_belief enable row level security;
alter table movement_belief force row level security;
create policy owner on movement_belief to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on movement_belief to gymgenius_system using (true) with check (true);

-- Whole states of earlier, from which a change of yesterday is read again instead of from the first set.
create table belief_milestone (
  athlete_id uuid not null references athlete on delete cascade,
  sets_read integer not null,
  last_at timestamptz not null,
  last_position double precision not null,
  last_set_id uuid not null,
  state text not null,
  primary key (athlete_id, sets_read)
);
comment on table belief_milestone is 'room: learning';
alter table belief_milestone enable row level security;
alter table belief_milestone force row level security;
create policy owner on belief_milestone to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on belief_milestone to gymgenius_system using (true) with check (true);

-- Every set read, and what had been foretold of it; null where nothing was: a warm-up, or one of the first sets of a movement.
create table set_forecast (
  set_id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  movement_id uuid not null,
  workout_id uuid not null,
  performed_at timestamptz not null,
  position double precision not null,
  set_number integer not null,
  is_working boolean not null,
  load_kg double precision not null,
  reps integer not null,
  engine_version text not null,
  median integer,
  low50 integer,
  high50 integer,
  low80 integer,
  high80 integer,
  low95 integer,
  high95 integer,
  pit double precision, -- probability integral transform, randomised by the set's id
  inside50 double precision, -- the chance that a randomised PIT is inside; 0 or 1 but at the edges
  inside80 double precision,
  inside95 double precision,
  miss double precision, -- |median − reps|
  crps double precision,
  log_score double precision -- −ln of the probability of what happened
);
create index set_forecast_place on set_forecast (athlete_id, performed_at, position, set_id);
comment on table set_forecast is 'room: learning';
alter table set_forecast enable row level security;
alter table set_forecast force row level security;
create policy owner on set_forecast to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on set_forecast to gymgenius_system using (true) with check (true);
