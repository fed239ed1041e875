-- The picture of a lifter. Its bytes are in the store of blobs, under a key that says nothing about anybody.
create table picture (
  id uuid primary key,
  athlete_id uuid not null unique references athlete on delete cascade,
  key text not null unique,
  sha256 text not null, -- of the bytes in the store, in hex
  bytes integer not null,
  set_at timestamptz not null
);
comment on table picture is 'room: pictures';
alter table picture enable row level security;
alter table picture force row level security;
create policy owner on picture to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
-- Whoever is let see something of an athlete may know whose it is.
create policy trainer_of on picture for select to gymgenius_request
  using (exists (select from trainer_grant g where g.athlete_id = picture.athlete_id and g.trainer_id = acting_account()));
create policy everything on picture to gymgenius_system using (true) with check (true);
create policy trainer on picture for select to gymgenius_trainer using (athlete_id = (select granting_athlete()));
grant select on picture to gymgenius_trainer;
