-- What a lifter wants and does not want of movements, what they like, and what hurts. Read whole, and kept whole on the phone.
create table movement_rule (
  athlete_id uuid not null references athlete on delete cascade,
  movement_id uuid not null references movement,
  rule text not null check (rule in ('hard_no', 'hard_yes', 'preferred')),
  said_at timestamptz not null,
  primary key (athlete_id, movement_id)
);
comment on table movement_rule is 'room: movements';
alter table movement_rule enable row level security;
alter table movement_rule force row level security;
create policy owner on movement_rule to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on movement_rule to gymgenius_system using (true) with check (true);

create table favourite_movement (
  athlete_id uuid not null references athlete on delete cascade,
  movement_id uuid not null references movement,
  since timestamptz not null,
  primary key (athlete_id, movement_id)
);
comment on table favourite_movement is 'room: movements';
alter table favourite_movement enable row level security;
alter table favourite_movement force row level security;
create policy owner on favourite_movement to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on favourite_movement to gymgenius_system using (true) with check (true);

-- It ends by itself: nothing has to happen at until_at for it to be over.
create table pain_constraint (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  joint text not null,
  severity text not null check (severity in ('mild', 'moderate', 'severe')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  excluded jsonb not null default '[]', -- movement ids, beside those that load the joint
  capped jsonb not null default '[]',
  updated_at timestamptz not null
);
create index pain_constraint_athlete on pain_constraint (athlete_id, until_at desc);
comment on table pain_constraint is 'room: movements';
alter table pain_constraint enable row level security;
alter table pain_constraint force row level security;
create policy owner on pain_constraint to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on pain_constraint to gymgenius_system using (true) with check (true);
