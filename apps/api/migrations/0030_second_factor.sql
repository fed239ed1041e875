-- The authenticator of an account. The secret is sealed with a key that is not in the database.
create table totp (
  account_id uuid primary key references account on delete cascade,
  sealed_secret text not null,
  begun_at timestamptz not null,
  -- Null until a code has shown that the authenticator works; signing in does not ask for it before.
  confirmed_at timestamptz,
  -- The 30 seconds of the newest code that was taken: no code is taken twice.
  last_step integer not null default 0
);
comment on table totp is 'room: accounts';
alter table totp enable row level security;
alter table totp force row level security;
create policy owner on totp to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on totp to gymgenius_system using (true) with check (true);

-- Only hashes: a code is 80 random bits.
create table backup_code (
  code_hash text primary key,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null,
  used_at timestamptz
);
create index backup_code_account on backup_code (account_id);
comment on table backup_code is 'room: accounts';
alter table backup_code enable row level security;
alter table backup_code force row level security;
create policy owner on backup_code to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on backup_code to gymgenius_system using (true) with check (true);

-- When this device's owner last showed who they are; dangerous acts ask for it to be a few minutes ago.
alter table login_session add column proved_at timestamptz;
