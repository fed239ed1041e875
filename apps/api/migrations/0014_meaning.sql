-- Vectors of meaning, made from what is said of each movement: the library's (athlete_id is null) and those that lifters made. They
-- can be made again from the movements, so no backup carries them.
create table movement_vector (
  movement_id uuid primary key references movement on delete cascade,
  athlete_id uuid references athlete on delete cascade,
  -- Which embedder made it, of which edition: vectors of two spaces cannot be compared.
  space text not null,
  -- Of what was said of the movement when it was made.
  said_hash text not null,
  vector real[] not null
);
create index movement_vector_athlete on movement_vector (athlete_id);
comment on table movement_vector is 'room: movements; derived';
alter table movement_vector enable row level security;
alter table movement_vector force row level security;
create policy library on movement_vector for select to gymgenius_request using (athlete_id is null);
create policy owner on movement_vector to gymgenius_request using (athlete_id = acting_account()) with check (athlete_id = acting_account());
create policy everything on movement_vector to gymgenius_system using (true) with check (true);

-- Where pgvector is to be had, the vectors get an index that finds near ones without reading all. It may come later than this
-- migration (an administrator installs it, a database moves), so it is asked for at each start. Answers what there is:
-- 'indexed', 'absent' (this Postgres has no pgvector), or 'forbidden' (it has, and we may not create it).
create function prepare_movement_vectors() returns text language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from pg_available_extensions where name = 'vector') then
    return 'absent';
  end if;
  if to_regclass('movement_vector_near') is null then
    create extension if not exists vector;
    execute 'alter table movement_vector add column if not exists near vector(768) generated always as (vector::vector(768)) stored';
    execute 'create index movement_vector_near on movement_vector using hnsw (near vector_cosine_ops) where athlete_id is null';
  end if;
  return 'indexed';
exception when insufficient_privilege then
  return 'forbidden';
end $$;

-- Before the vectors of a whole library are written: building the index afterwards takes a fifth of the work.
create function drop_movement_vector_index() returns void language plpgsql security definer set search_path = public as $$
begin
  drop index if exists movement_vector_near;
end $$;

revoke execute on function prepare_movement_vectors(), drop_movement_vector_index() from public;
grant execute on function prepare_movement_vectors(), drop_movement_vector_index() to gymgenius_system;
