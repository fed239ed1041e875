-- What a lifter notes beside sets: soreness, sleep and the like, body weight, other activities. One document an entry: the
-- database is asked for a kind and a time, never for a single sore muscle.
create table diary_entry (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  kind text not null check (kind in ('soreness', 'recovery', 'body_weight', 'custom', 'activity')),
  at timestamptz not null,
  earliest_at timestamptz not null, -- the earliest time it ever said: what was worked out since then may have used it
  source text not null check (source in ('manual', 'import', 'garmin', 'apple', 'whoop', 'oura')),
  note text,
  said jsonb not null, -- what its kind says, as the API names it
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  change_seq integer not null
);
create index diary_entry_changes on diary_entry (athlete_id, change_seq);
create index diary_entry_times on diary_entry (athlete_id, kind, at desc, id desc);
comment on table diary_entry is 'room: diary';
alter table diary_entry enable row level security;
alter table diary_entry force row level security;
create policy owner on diary_entry to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on diary_entry to gymgenius_system using (true) with check (true);

-- How hard the lifter found the workout as a whole, 1 to 10.
alter table workout add column session_rpe double precision check (session_rpe >= 1 and session_rpe <= 10);
