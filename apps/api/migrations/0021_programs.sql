-- Programs: what is planned for months. A plan is one text, as it was made: the database is never asked for a single session of it, and
-- what is undone is there again to the byte.
create table program (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  name text not null,
  status text not null check (status in ('queued', 'making', 'ready', 'failed')),
  state text not null check (state in ('draft', 'active', 'archived')),
  source text not null check (source in ('generated', 'scheme', 'text', 'link', 'hand')),
  scheme text, -- the known scheme it is
  request jsonb, -- what it was made from
  plan text, -- the plan as it is lived now, with every change; null until it is made
  report text, -- how it was judged when it was made
  failure_code text,
  started_on text, -- a day of the lifter's calendar, 2026-03-02
  weekdays jsonb, -- where sessions are tied to them
  sessions integer not null default 0,
  week_count integer not null default 0,
  share_key text unique, -- a hash of the token in the link
  engine_version text,
  scoring_version text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index program_newest on program (athlete_id, created_at desc, id desc);
create unique index program_active on program (athlete_id) where state = 'active';
comment on table program is 'room: programming';
alter table program enable row level security;
alter table program force row level security;
create policy owner on program to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on program to gymgenius_system using (true) with check (true);

-- What became of a session: which plan of the phone it is, and which workout did it.
create table program_session (
  program_id uuid not null references program on delete cascade,
  session integer not null,
  athlete_id uuid not null references athlete on delete cascade,
  routine_id uuid, -- the plan that the phone holds of it; that table is another room's and leaves tombstones
  workout_id uuid, -- the workout it was done in
  done_at timestamptz,
  primary key (program_id, session)
);
create index program_session_routine on program_session (athlete_id, routine_id);
create index program_session_workout on program_session (athlete_id, workout_id);
comment on table program_session is 'room: programming';
alter table program_session enable row level security;
alter table program_session force row level security;
create policy owner on program_session to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on program_session to gymgenius_system using (true) with check (true);

-- Every change of a plan, with who thought of it, why, and what it did; applied in their order.
create table program_patch (
  id uuid primary key,
  program_id uuid not null references program on delete cascade,
  athlete_id uuid not null references athlete on delete cascade,
  number integer not null, -- in the order they were thought of
  author text not null check (author in ('athlete', 'engine', 'coach', 'trainer')),
  state text not null check (state in ('proposed', 'applied', 'refused', 'undone')),
  reason text not null, -- a code
  facts jsonb not null, -- what the reason is about
  note text, -- the lifter's own words
  ops text not null,
  diff jsonb not null, -- what it means to a reader
  created_at timestamptz not null,
  decided_at timestamptz, -- when it was applied, refused or undone
  unique (program_id, number)
);
create index program_patch_newest on program_patch (athlete_id, program_id, number desc);
comment on table program_patch is 'room: programming';
alter table program_patch enable row level security;
alter table program_patch force row level security;
create policy owner on program_patch to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on program_patch to gymgenius_system using (true) with check (true);

-- How each generation came out: the share of sessions or weeks that met each figure. Kept when the program is deleted.
create table program_outcome (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  program_id uuid references program on delete set null,
  made_at timestamptz not null,
  engine_version text not null,
  scoring_version text not null,
  split text not null,
  sessions integer not null,
  met jsonb not null, -- per figure, 0 to 1
  relaxations jsonb not null, -- per step, how often
  milliseconds double precision not null
);
create index program_outcome_newest on program_outcome (athlete_id, made_at desc);
comment on table program_outcome is 'room: programming';
alter table program_outcome enable row level security;
alter table program_outcome force row level security;
create policy owner on program_outcome to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on program_outcome to gymgenius_system using (true) with check (true);
