-- Networks from which somebody has signed in to an account: a stranger's guesses elsewhere do not keep them out. Hashed with a key of the server.
create table familiar_network (
  account_id uuid not null references account on delete cascade,
  network_hash text not null,
  last_seen_at timestamptz not null,
  primary key (account_id, network_hash)
);
comment on table familiar_network is 'room: accounts';
alter table familiar_network enable row level security;
alter table familiar_network force row level security;
create policy owner on familiar_network to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on familiar_network to gymgenius_system using (true) with check (true);
