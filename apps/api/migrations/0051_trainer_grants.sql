-- What an athlete lets a trainer see. A trainer's look runs as gymgenius_trainer, which may read a few tables, only the rows that the
-- grant shows, and write nothing. A table that is not named here shows a trainer nothing, whatever a query asks.
do $$
begin
  if not exists (select from pg_roles where rolname = 'gymgenius_trainer') then
    create role gymgenius_trainer nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the same server was quicker
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'gymgenius_trainer', 'member') then
    grant gymgenius_trainer to current_user;
  end if;
end
$$;
grant usage on schema public to gymgenius_trainer;

create table trainer_grant (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  shown_as text not null, -- what the trainer reads instead of an address
  kinds text[] not null check (cardinality(kinds) > 0),
  seen_from timestamptz, -- what is older is not shown; null: everything
  ends_at timestamptz, -- null: until the athlete ends it
  code_hash text not null unique,
  code_expires_at timestamptz not null,
  given_at timestamptz not null,
  trainer_id uuid references account on delete cascade, -- null: nobody has taken the code
  trainer_email text, -- as it was when the code was taken, for the athlete to read
  taken_at timestamptz,
  ended_at timestamptz,
  last_looked_at timestamptz,
  looks integer not null default 0
);
create index trainer_grant_athlete on trainer_grant (athlete_id, given_at desc);
create index trainer_grant_trainer on trainer_grant (trainer_id) where ended_at is null;
comment on table trainer_grant is 'room: trainers';
alter table trainer_grant enable row level security;
alter table trainer_grant force row level security;
create policy owner on trainer_grant to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy taken on trainer_grant for select to gymgenius_request using (trainer_id = acting_account() and ended_at is null);
create policy everything on trainer_grant to gymgenius_system using (true) with check (true);
-- The one grant that a look is about. The house names the trainer, the grant and the time; whether they belong together is decided here.
create policy looked_by on trainer_grant for select to gymgenius_trainer using (
  id = nullif(current_setting('gymgenius.grant_id', true), '')::uuid
  and trainer_id = nullif(current_setting('gymgenius.trainer_id', true), '')::uuid
  and ended_at is null
  and (ends_at is null or ends_at > current_setting('gymgenius.now', true)::timestamptz)
);
grant select on trainer_grant to gymgenius_trainer;

-- Whose things may be seen in this unit, if anybody's.
create function granting_athlete() returns uuid language sql stable
  as $$ select athlete_id from trainer_grant $$;
-- From when on things of this kind may be seen; null: not at all.
create function granted_from(wanted text) returns timestamptz language sql stable
  as $$ select coalesce(seen_from, '-infinity') from trainer_grant where wanted = any(kinds) $$;

grant select on workout, performed_set, movement, program, program_session, diary_entry, pain_constraint to gymgenius_trainer;
create policy trainer on workout for select to gymgenius_trainer
  using (athlete_id = (select granting_athlete()) and started_at >= (select granted_from('workouts')));
create policy trainer on performed_set for select to gymgenius_trainer
  using (athlete_id = (select granting_athlete()) and performed_at >= (select granted_from('workouts')));
create policy library_for_trainers on movement for select to gymgenius_trainer using (athlete_id is null);
create policy trainer on movement for select to gymgenius_trainer using (
  athlete_id = (select granting_athlete())
  and coalesce((select granted_from('workouts')), (select granted_from('programs')), (select granted_from('injuries'))) is not null
);
create policy trainer on program for select to gymgenius_trainer
  using (athlete_id = (select granting_athlete()) and (select granted_from('programs')) is not null);
create policy trainer on program_session for select to gymgenius_trainer
  using (athlete_id = (select granting_athlete()) and (select granted_from('programs')) is not null);
create policy trainer on diary_entry for select to gymgenius_trainer using (
  athlete_id = (select granting_athlete())
  and at >= case
    when kind = 'body_weight' then (select granted_from('body_weight'))
    when kind in ('recovery', 'soreness') then (select granted_from('recovery'))
  end
);
create policy trainer on pain_constraint for select to gymgenius_trainer
  using (athlete_id = (select granting_athlete()) and until_at >= (select granted_from('injuries')));
