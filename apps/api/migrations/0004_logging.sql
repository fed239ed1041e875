-- What happened. Every row that devices share carries change_seq (the athlete's change_head when it last changed),
-- field_clocks ({field: "hlc device"} of the newest write of each field) and a tombstone instead of a deletion.
-- Takes the next `count` changes of an athlete and returns the last. A function for the same reason as log_set below.
create function next_change(whose uuid, count integer) returns integer language plpgsql as $$
declare head integer;
begin
  update athlete set change_head = change_head + count where id = whose returning change_head into head;
  return head;
end
$$;

create table routine (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  name text not null,
  folder text,
  position double precision not null,
  items jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  change_seq integer not null,
  field_clocks jsonb not null default '{}'
);
create index routine_athlete on routine (athlete_id, position);
create index routine_changes on routine (athlete_id, change_seq);
comment on table routine is 'room: logging';
alter table routine enable row level security;
alter table routine force row level security;
create policy owner on routine to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on routine to gymgenius_system using (true) with check (true);

create table workout (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  routine_id uuid references routine on delete set null,
  name text not null,
  note text,
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('athlete', 'silence', 'import')),
  last_set_at timestamptz, -- when the newest set was performed, or the workout reopened; silence is counted from here
  merged_into uuid references workout on delete set null, -- of a tombstone: the workout in progress that took its place
  import_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  change_seq integer not null,
  field_clocks jsonb not null default '{}'
);
create index workout_recent on workout (athlete_id, started_at desc);
create index workout_changes on workout (athlete_id, change_seq);
create index workout_open on workout (last_set_at) where ended_at is null and deleted_at is null;
create index workout_import on workout (import_id) where import_id is not null and deleted_at is null;
comment on table workout is 'room: logging';
alter table workout enable row level security;
alter table workout force row level security;
create policy owner on workout to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on workout to gymgenius_system using (true) with check (true);

create table performed_set (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  workout_id uuid not null references workout on delete cascade,
  movement_id uuid not null references movement,
  kind text not null check (kind in ('working', 'warm_up', 'drop')),
  position double precision not null,
  performed_at timestamptz not null,
  load_kg double precision check (load_kg >= 0 and load_kg <= 1000), -- refuses NaN and Infinity too; null: not said
  reps integer check (reps >= 0 and reps <= 500), -- 0 is an attempt that failed
  rir double precision check (rir >= 0 and rir <= 10), -- null: not said
  effort_scale text check (effort_scale in ('rir', 'rpe')), -- the scale it was said on
  to_failure boolean not null default false,
  rest_seconds double precision check (rest_seconds >= 0 and rest_seconds <= 86400),
  duration_seconds double precision check (duration_seconds >= 0 and duration_seconds <= 86400),
  distance_meters double precision check (distance_meters >= 0 and distance_meters <= 1000000),
  note text,
  needs_confirmation boolean not null default false,
  recommendation_id uuid,
  import_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  change_seq integer not null,
  field_clocks jsonb not null default '{}',
  check (load_kg is not null or reps is not null or duration_seconds is not null or distance_meters is not null)
);
create index performed_set_recent on performed_set (athlete_id, movement_id, performed_at desc) where deleted_at is null;
create index performed_set_workout on performed_set (workout_id, position);
create index performed_set_changes on performed_set (athlete_id, change_seq);
create index performed_set_import on performed_set (import_id) where import_id is not null and deleted_at is null;
comment on table performed_set is 'room: logging';
alter table performed_set enable row level security;
alter table performed_set force row level security;
create policy owner on performed_set to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on performed_set to gymgenius_system using (true) with check (true);

-- Inserts a set, finds its workout and its place in it, and moves the workout along. A function because it runs for every
-- set that anybody does: its statements are planned once a session, and planning them costs several times what they do.
-- No row comes back when no such workout takes the set, or when its id exists.
--   said      the row, but for its workout and, unless it is said, its position
--   wanted    the workout; null: the one in progress at done_at
--   any_state true: also a workout that ended or is a tombstone
--   done_at   when the set counts as done: its own time, or its arrival where that is not believable
create function log_set(said jsonb, wanted uuid, any_state boolean, done_at timestamptz, arrived_at timestamptz, silence interval, workout_seq integer)
returns setof performed_set language plpgsql as $$
declare
  done performed_set := jsonb_populate_record(null::performed_set, said);
  target workout;
  kept performed_set;
  goes_on boolean := false;
begin
  if wanted is null then
    select * into target from workout w
    where w.athlete_id = done.athlete_id and w.deleted_at is null and w.ended_at is null
      and w.started_at between done_at - interval '1 day' and done_at + silence
      and coalesce(w.last_set_at, least(w.started_at, w.created_at)) > done_at - silence
    order by w.started_at desc limit 1;
  else
    select * into target from workout w
    where w.athlete_id = done.athlete_id and w.id = wanted and (any_state or (w.deleted_at is null and w.ended_at is null
      and coalesce(w.last_set_at, least(w.started_at, w.created_at)) > arrived_at - silence));
  end if;
  if target.id is null then return; end if;

  done.workout_id := target.id;
  if done.position is null then
    select coalesce(floor(max(s.position)), 0) + 1 into done.position from performed_set s where s.workout_id = target.id;
  end if;
  insert into performed_set values (done.*) on conflict (id) do nothing returning * into kept;
  if kept.id is null then return; end if;

  -- A start that nobody said, and an end that silence guessed, are corrected by the set. An end that is corrected to less
  -- than half an hour ago was none.
  if target.ended_by = 'silence' then
    goes_on := done_at > arrived_at - silence and not exists (
      select from workout w
      where w.athlete_id = target.athlete_id and w.id <> target.id and w.ended_at is null and w.deleted_at is null);
    target.ended_at := case when goes_on then null else greatest(target.ended_at, done_at) end;
    target.ended_by := case when goes_on then null else 'silence' end;
  end if;
  update workout w set
    last_set_at = greatest(w.last_set_at, done_at),
    started_at = case when jsonb_exists(w.field_clocks, 'startedAt') then w.started_at else least(w.started_at, done_at) end,
    ended_at = target.ended_at, ended_by = target.ended_by, change_seq = workout_seq, updated_at = arrived_at
  where w.athlete_id = target.athlete_id and w.id = target.id;
  return next kept;
end
$$;

-- Changes that devices pushed: each is applied once, whatever arrives how often.
create table applied_op (
  athlete_id uuid not null references athlete on delete cascade,
  op_id uuid not null,
  device_id uuid not null,
  device_seq integer not null,
  entity_id uuid not null,
  kind text not null check (kind in ('put', 'patch', 'delete')),
  fingerprint text not null,
  outcome text not null check (outcome in ('applied', 'superseded', 'rejected')),
  code text,
  applied_at timestamptz not null,
  primary key (athlete_id, op_id)
);
create index applied_op_device on applied_op (athlete_id, device_id, device_seq);
-- A deletion that overtook the creation of what it deletes is remembered here until that arrives.
create index applied_op_deletion on applied_op (athlete_id, entity_id) where kind = 'delete';
comment on table applied_op is 'room: sync';
alter table applied_op enable row level security;
alter table applied_op force row level security;
create policy owner on applied_op to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on applied_op to gymgenius_system using (true) with check (true);

-- Tombstones up to this change were thrown away: a cursor older than it cannot learn what was deleted.
create table sync_horizon (
  athlete_id uuid primary key references athlete on delete cascade,
  forgotten_seq integer not null
);
comment on table sync_horizon is 'room: sync';
alter table sync_horizon enable row level security;
alter table sync_horizon force row level security;
create policy owner on sync_horizon to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on sync_horizon to gymgenius_system using (true) with check (true);
