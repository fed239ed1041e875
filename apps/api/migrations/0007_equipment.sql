-- What a lifter's gym can load, by kind of equipment. A kind without a row has the defaults of the lifter's unit.
create table load_steps (
  athlete_id uuid not null references athlete on delete cascade,
  equipment text not null,
  unit text not null check (unit in ('kg', 'lb')),
  min_kg double precision not null check (min_kg >= 0 and min_kg <= 1000),
  step_kg double precision not null check (step_kg >= 0.1 and step_kg <= 1000),
  plates_kg jsonb,
  primary key (athlete_id, equipment)
);
comment on table load_steps is 'room: equipment';
alter table load_steps enable row level security;
alter table load_steps force row level security;
create policy owner on load_steps to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on load_steps to gymgenius_system using (true) with check (true);
