-- What each workout showed of the movements that a program is built around, by itself: a lighter week is proposed from these.
create table training_sign (
  workout_id uuid not null, -- that table is another room's and leaves tombstones
  movement_id uuid not null,
  athlete_id uuid not null references athlete on delete cascade,
  at timestamptz not null,
  strength double precision not null, -- ln of the maximum it showed, in kilograms
  variance double precision not null,
  sets integer not null,
  missed integer not null, -- of those, ended below their range
  readiness double precision, -- in standard deviations from one's own usual; null: not said
  primary key (workout_id, movement_id)
);
create index training_sign_newest on training_sign (athlete_id, at);
comment on table training_sign is 'room: programming';
alter table training_sign enable row level security;
alter table training_sign force row level security;
create policy owner on training_sign to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on training_sign to gymgenius_system using (true) with check (true);
