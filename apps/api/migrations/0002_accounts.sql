create table account (
  id uuid primary key,
  email text not null,
  password_hash text not null,
  role text not null check (role in ('athlete', 'trainer', 'admin', 'super_admin')),
  created_at timestamptz not null,
  password_changed_at timestamptz not null,
  disabled_at timestamptz
);
create unique index account_email on account (lower(email));
comment on table account is 'room: accounts';
alter table account enable row level security;
alter table account force row level security;
create policy owner on account to gymgenius_request using (id = acting_account()) with check (id = acting_account());
create policy everything on account to gymgenius_system using (true) with check (true);

-- How the person trains; the id is the account's.
create table athlete (
  id uuid primary key references account on delete cascade,
  unit text not null default 'kg' check (unit in ('kg', 'lb')),
  effort_scale text not null default 'rir' check (effort_scale in ('rir', 'rpe')),
  goal_strength double precision not null default 0.5 check (goal_strength >= 0 and goal_strength <= 1),
  time_zone text not null default 'UTC',
  body_mass_kg double precision check (body_mass_kg > 0 and body_mass_kg <= 1000),
  is_novice boolean not null default false,
  has_pain boolean not null default false,
  -- Counts every change to this athlete's rows; devices pull by it. Its row lock puts the writes of one athlete in order.
  change_head integer not null default 0
);
comment on table athlete is 'room: accounts';
alter table athlete enable row level security;
alter table athlete force row level security;
create policy owner on athlete to gymgenius_request using (id = acting_account()) with check (id = acting_account());
create policy everything on athlete to gymgenius_system using (true) with check (true);

create table login_session (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  client text not null check (client in ('browser', 'native', 'cli')),
  device_name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index login_session_account on login_session (account_id);
comment on table login_session is 'room: accounts';
alter table login_session enable row level security;
alter table login_session force row level security;
create policy owner on login_session to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on login_session to gymgenius_system using (true) with check (true);

-- One row per refresh token ever given; only its hash is kept.
create table refresh_token (
  token_hash text primary key,
  login_session_id uuid not null references login_session on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_by text
);
create index refresh_token_session on refresh_token (login_session_id);
comment on table refresh_token is 'room: accounts';
alter table refresh_token enable row level security;
alter table refresh_token force row level security;
create policy everything on refresh_token to gymgenius_system using (true) with check (true);

create table invite (
  code_hash text primary key,
  created_by uuid not null references account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table invite is 'room: accounts';
alter table invite enable row level security;
alter table invite force row level security;
create policy owner on invite to gymgenius_request using (created_by = acting_account()) with check (created_by = acting_account());
create policy everything on invite to gymgenius_system using (true) with check (true);
