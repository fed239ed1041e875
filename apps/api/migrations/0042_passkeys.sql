-- Passkeys: what a device or a password manager signs with. Only public keys are here.
create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  -- How often the authenticator says it has signed; many always say 0.
  counter double precision not null check (counter >= 0),
  transports text[] not null,
  is_synced boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);
comment on table passkey is 'room: accounts';
alter table passkey enable row level security;
alter table passkey force row level security;
create policy owner on passkey to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on passkey to gymgenius_system using (true) with check (true);

-- Challenges that were answered: none is taken twice. Those that were not answered are kept nowhere.
create table answered_challenge (
  challenge_hash text primary key,
  expires_at timestamptz not null
);
comment on table answered_challenge is 'room: accounts';
alter table answered_challenge enable row level security;
alter table answered_challenge force row level security;
create policy everything on answered_challenge to gymgenius_system using (true) with check (true);
