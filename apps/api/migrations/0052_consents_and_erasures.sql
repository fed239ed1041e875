-- What somebody agreed to: which text, when, and when it was taken back. A new agreement is a new row.
create table consent (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  purpose text not null,
  version integer not null,
  agreed_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consent_standing on consent (athlete_id, purpose) where withdrawn_at is null;
comment on table consent is 'room: consents';
alter table consent enable row level security;
alter table consent force row level security;
create policy owner on consent to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on consent to gymgenius_system using (true) with check (true);

-- Accounts that are to be erased; each row goes with its account.
create table erasure (
  account_id uuid primary key references account on delete cascade,
  asked_at timestamptz not null,
  due_at timestamptz not null
);
create index erasure_due on erasure (due_at);
comment on table erasure is 'room: privacy';
alter table erasure enable row level security;
alter table erasure force row level security;
create policy owner on erasure to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on erasure to gymgenius_system using (true) with check (true);
