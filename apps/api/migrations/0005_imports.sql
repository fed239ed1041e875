create table import (
  id uuid primary key,
  athlete_id uuid not null references athlete on delete cascade,
  format text not null,
  status text not null check (status in ('previewed', 'committing', 'committed', 'failed', 'undone')),
  file_name text not null,
  file_hash text not null,
  unit text not null check (unit in ('kg', 'lb')),
  time_zone text not null default 'UTC', -- in which the file's clock times were read; the commit reads it the same way
  date_order text check (date_order in ('dmy', 'mdy')), -- said with the file; null: the file itself tells
  preview jsonb not null,
  mapping jsonb not null default '{}', -- the lifter's choices: name in the file → movement id or null
  attempt integer not null default 0, -- how often a commit was begun; the ids of its rows are made from it
  progress integer not null default 0,
  -- Who is writing the batch, and until when nobody else may. A writer that died stops renewing it.
  leased_by uuid,
  leased_until timestamptz,
  failure text,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index import_athlete on import (athlete_id, created_at desc);
create index import_undecided on import (created_at) where status = 'previewed';
comment on table import is 'room: imports';
alter table import enable row level security;
alter table import force row level security;
create policy owner on import to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on import to gymgenius_system using (true) with check (true);

-- The file itself, kept from preview to the end of the commit.
create table import_file (
  import_id uuid primary key references import on delete cascade,
  athlete_id uuid not null references athlete on delete cascade,
  content bytea not null
);
comment on table import_file is 'room: imports';
alter table import_file enable row level security;
alter table import_file force row level security;
create policy owner on import_file to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on import_file to gymgenius_system using (true) with check (true);
