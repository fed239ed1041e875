-- A lifter's own parameters, estimated from all of their sets: the newest fit that may be believed, and the newest that may not.
-- The numbers are JSON kept as text, as in 0006: a fit is made again byte for byte.
create table lifter_fit (
  athlete_id uuid not null references athlete on delete cascade,
  is_trusted boolean not null,
  engine_version text not null,
  made_at timestamptz not null,
  seed integer not null,
  sets_counted integer not null, -- sets to failure and sets with a said RIR of up to 4, when it was made
  sets_read integer not null, -- of those, the ones that were not taken for typing errors
  first_at timestamptz not null, -- the first set that was read
  divergences integer not null,
  largest_r_hat double precision not null,
  smallest_ess double precision not null,
  posterior text not null, -- mean, covariance, the priors it was made under, diagnostics of each parameter
  warm_start text not null, -- where the next fit begins
  primary key (athlete_id, is_trusted)
);
comment on table lifter_fit is 'room: learning';
alter table lifter_fit enable row level security;
alter table lifter_fit force row level security;
create policy owner on lifter_fit to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on lifter_fit to gymgenius_system using (true) with check (true);

-- When each lifter was last looked at, so that nobody's sets are counted twice for nothing.
create table fit_visit (
  athlete_id uuid primary key references athlete on delete cascade,
  visited_at timestamptz not null,
  seen_seq integer not null -- their change number then; -1 until a fit that was begun is kept
);
comment on table fit_visit is 'room: learning';
alter table fit_visit enable row level security;
alter table fit_visit force row level security;
create policy owner on fit_visit to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on fit_visit to gymgenius_system using (true) with check (true);

-- What lifters have in common, from which a fit begins: one row for each engine, of twenty lifters or more. It names nobody.
create table population_fit (
  engine_version text primary key,
  made_at timestamptz not null,
  lifters integer not null,
  priors text not null
);
comment on table population_fit is 'room: learning';
alter table population_fit enable row level security;
alter table population_fit force row level security;
create policy everything on population_fit to gymgenius_system using (true) with check (true);
