-- What was done to accounts and with what they hold. An entry names people by pseudonym: when an account is erased its
-- pseudonym goes with it, and the entries stay without a way back to anybody. Nothing in here is ever changed.
alter table account add column audit_id uuid not null default gen_random_uuid();
create unique index account_audit_id on account (audit_id);

create function own_audit_id() returns uuid language sql stable
  as $$ select audit_id from account where id = acting_account() $$;

create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  act text not null,
  -- As whom: an account may act as the athlete it is, as a trainer or as an admin; nobody is somebody unknown at the door.
  actor_kind text not null check (actor_kind in ('athlete', 'trainer', 'admin', 'house', 'nobody')),
  actor uuid,
  subject uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  request_id text,
  facts jsonb not null default '{}'
);
create index audit_entry_newest on audit_entry (at desc, id desc);
create index audit_entry_subject on audit_entry (subject, at desc, id desc);
create index audit_entry_actor on audit_entry (actor, at desc, id desc);
comment on table audit_entry is 'room: platform';
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy told on audit_entry for select to gymgenius_request
  using (actor = (select own_audit_id()) or subject = (select own_audit_id()));
create policy writes on audit_entry for insert to gymgenius_request with check (actor = (select own_audit_id()));
create policy everything on audit_entry to gymgenius_system using (true) with check (true);
-- Append-only for everybody who serves requests or does the house's work.
revoke update, delete on audit_entry from gymgenius_request, gymgenius_system;

-- The one way out, for what is older than the house promises to keep; nothing younger than 90 days by any word.
create policy old on audit_entry to current_user using (at < now() - interval '90 days');
create function forget_audit(before timestamptz) returns void language sql security definer set search_path = public, pg_temp
  as $$ delete from audit_entry where at < before and at < now() - interval '90 days' $$;
revoke all on function forget_audit(timestamptz) from public;
grant execute on function forget_audit(timestamptz) to gymgenius_system;

-- The pseudonym of an account that may be seen; an entry about nobody would be worse than none.
create function strict_audit_id(account uuid) returns uuid language plpgsql stable as $$
declare
  found_id uuid := (select audit_id from account a where a.id = strict_audit_id.account);
begin
  if found_id is null then
    raise exception 'no account to write into the audit log' using errcode = 'P0002';
  end if;
  return found_id;
end
$$;
