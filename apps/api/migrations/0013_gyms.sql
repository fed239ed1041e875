-- breaking: What could be loaded is kept in gyms from here on; an older server would look for the table load_steps.
-- Where a lifter trains and what stands there. One document a gym: its items are edited and synced as a whole.
create table gym (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  name text not null,
  items jsonb not null,
  has_the_rest boolean not null, -- what is not named is there as in an ordinary gym
  chosen_at timestamptz, -- when the lifter last said "here": the latest is the gym they train in
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  change_seq integer not null
);
create index gym_athlete on gym (athlete_id, change_seq);
comment on table gym is 'room: equipment';
alter table gym enable row level security;
alter table gym force row level security;
create policy owner on gym to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on gym to gymgenius_system using (true) with check (true);

-- Which gym a workout was done in, where that was said.
alter table workout add column gym_id uuid references gym on delete set null;
create index workout_gym on workout (gym_id) where gym_id is not null;

-- What lifters had said of their loads becomes a gym of theirs; each is a change that their devices hear of.
set local role gymgenius_system; -- whoever migrates may be held by the row policies, and would move nothing
with moved as (
  update athlete set change_head = change_head + 1 where id in (select athlete_id from load_steps) returning id, change_head
)
insert into gym (id, athlete_id, name, items, has_the_rest, chosen_at, created_at, updated_at, change_seq)
select
  -- A UUIDv7 of now: 48 bits of milliseconds, then the version, then chance.
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
  moved.id, 'My gym',
  (select jsonb_agg(
    jsonb_build_object('id', equipment, 'kind', 'steps', 'availability', 'there', 'equipment', equipment, 'unit', unit, 'minKg', min_kg, 'stepKg', step_kg)
      || case when plates_kg is null then '{}'::jsonb else jsonb_build_object('platesKg', plates_kg) end
    order by equipment)
   from load_steps where load_steps.athlete_id = moved.id),
  true, now(), now(), now(), moved.change_head
from moved;
reset role;
drop table load_steps;
