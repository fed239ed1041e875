-- The house itself: who may touch rows, the outbox, remembered requests.
--
-- Two roles, neither of which may bypass row-level security. A request runs as gymgenius_request and sees only what
-- belongs to the account named in gymgenius.account_id; sign-in, jobs and imports run as gymgenius_system.
do $$
begin
  if not exists (select from pg_roles where rolname = 'gymgenius_request') then
    create role gymgenius_request nologin nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'gymgenius_system') then
    create role gymgenius_system nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the same server was quicker
end
$$;
do $$
begin
  -- Whoever was made a member by an administrator need not (and may not) do so again.
  if not (pg_has_role(current_user, 'gymgenius_request', 'member') and pg_has_role(current_user, 'gymgenius_system', 'member')) then
    grant gymgenius_request, gymgenius_system to current_user;
  end if;
end
$$;
grant usage on schema public to gymgenius_request, gymgenius_system;
alter default privileges in schema public grant select, insert, update, delete on tables to gymgenius_request, gymgenius_system;

create function acting_account() returns uuid language sql stable
  as $$ select nullif(current_setting('gymgenius.account_id', true), '')::uuid $$;

-- Facts that rooms announce, and the work they ask for. Written in the transaction of the fact, delivered after it.
create table outbox (
  id uuid primary key,
  topic text not null,
  payload jsonb not null,
  announced_at timestamptz not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  attempts integer not null default 0,
  done_at timestamptz,
  dead_at timestamptz,
  last_error text
);
create index outbox_due on outbox (due_at) where done_at is null and dead_at is null;
comment on table outbox is 'room: platform';
alter table outbox enable row level security;
alter table outbox force row level security;
create policy announce on outbox for insert to gymgenius_request with check (true);
create policy everything on outbox to gymgenius_system using (true) with check (true);

-- Mutating requests that named an idempotency key, and what was answered.
create table remembered_request (
  account_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer not null,
  reply text, -- byte for byte as it was sent; null: nothing was
  made_at timestamptz not null,
  primary key (account_id, key)
);
create index remembered_request_age on remembered_request (made_at);
comment on table remembered_request is 'room: platform';
alter table remembered_request enable row level security;
alter table remembered_request force row level security;
create policy owner on remembered_request to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on remembered_request to gymgenius_system using (true) with check (true);

-- Work by the clock. Whoever moves the lease does the chore, so that two processes do it once.
create table chore (
  name text primary key,
  due_at timestamptz not null,
  leased_until timestamptz,
  last_error text
);
comment on table chore is 'room: platform';
alter table chore enable row level security;
alter table chore force row level security;
create policy everything on chore to gymgenius_system using (true) with check (true);
