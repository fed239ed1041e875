-- Sign-ins elsewhere that open an account here, known by who vouches and by the name it gives them; never by an e-mail address.
create table provider_link (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  issuer text not null,
  subject text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (account_id, issuer)
);
comment on table provider_link is 'room: accounts';
alter table provider_link enable row level security;
alter table provider_link force row level security;
create policy owner on provider_link to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on provider_link to gymgenius_system using (true) with check (true);
