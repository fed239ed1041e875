-- A browser that asked to be rung at the end of a rest, by the sign-in it belongs to, and the rest that it is in.
create table push_device (
  login_session_id uuid primary key references login_session on delete cascade,
  athlete_id uuid not null references athlete on delete cascade,
  endpoint text not null,
  p256dh text not null, -- the key that only this browser can read with
  auth text not null,
  created_at timestamptz not null,
  rest_said_at timestamptz, -- by the clock of the device: the newest word wins
  rest_ends_at timestamptz -- by ours; null: nothing to ring for
);
create index push_device_athlete on push_device (athlete_id);
comment on table push_device is 'room: alerts';
alter table push_device enable row level security;
alter table push_device force row level security;
create policy owner on push_device to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on push_device to gymgenius_system using (true) with check (true);
