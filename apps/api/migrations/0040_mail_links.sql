-- Links that were mailed: for a new password, and for a new address. Only the hash of what stands in the link is kept.
create table mail_link (
  id uuid primary key,
  token_hash text not null unique,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('reset_password', 'change_email')),
  -- change_email: the address to be, and, once it was confirmed, the one before, which is told.
  new_email text,
  old_email text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_link_account on mail_link (account_id);
comment on table mail_link is 'room: accounts';
alter table mail_link enable row level security;
alter table mail_link force row level security;
create policy owner on mail_link to gymgenius_request using (account_id = acting_account()) with check (account_id = acting_account());
create policy everything on mail_link to gymgenius_system using (true) with check (true);
