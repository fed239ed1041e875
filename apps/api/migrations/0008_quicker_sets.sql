-- A set changes its workout each time. While the workout is in progress none of what changes is in an index, so the new version
-- of the row needs no new index entries and takes the place of the one before (a heap-only update): the change that a set
-- brings to a workout in progress is counted in sets_seq, every other change in change_seq. Whoever asks what changed looks at
-- the workouts in progress one by one, of which there is one (workoutChangesSince).
alter table workout add column sets_seq integer;
drop index workout_open;
create index workout_open on workout (athlete_id) where ended_at is null and deleted_at is null;

-- As in 0004, and it takes its two changes itself: one statement for a set.
drop function log_set(jsonb, uuid, boolean, timestamptz, timestamptz, interval, integer);
create function log_set(said jsonb, wanted uuid, any_state boolean, done_at timestamptz, arrived_at timestamptz, silence interval)
returns setof performed_set language plpgsql as $$
declare
  done performed_set := jsonb_populate_record(null::performed_set, said);
  target workout;
  kept performed_set;
  goes_on boolean := false;
  head integer := next_change(done.athlete_id, 2); -- waits for the athlete's other writes; the workout's change, then the set's
begin
  if head is null then raise exception 'There is no such athlete'; end if;
  if wanted is null then
    select * into target from workout w
    where w.athlete_id = done.athlete_id and w.deleted_at is null and w.ended_at is null
      and w.started_at between done_at - interval '1 day' and done_at + silence
      and coalesce(w.last_set_at, least(w.started_at, w.created_at)) > done_at - silence
    order by w.started_at desc limit 1;
  else
    select * into target from workout w
    where w.athlete_id = done.athlete_id and w.id = wanted and (any_state or (w.deleted_at is null and w.ended_at is null
      and coalesce(w.last_set_at, least(w.started_at, w.created_at)) > arrived_at - silence));
  end if;
  if target.id is null then return; end if;

  done.workout_id := target.id;
  done.change_seq := head;
  if done.position is null then
    select coalesce(floor(max(s.position)), 0) + 1 into done.position from performed_set s where s.workout_id = target.id;
  end if;
  insert into performed_set values (done.*) on conflict (id) do nothing returning * into kept;
  if kept.id is null then return; end if;

  -- A start that nobody said, and an end that silence guessed, are corrected by the set. An end that is corrected to less
  -- than half an hour ago was none.
  if target.ended_by = 'silence' then
    goes_on := done_at > arrived_at - silence and not exists (
      select from workout w
      where w.athlete_id = target.athlete_id and w.id <> target.id and w.ended_at is null and w.deleted_at is null);
    target.ended_at := case when goes_on then null else greatest(target.ended_at, done_at) end;
    target.ended_by := case when goes_on then null else 'silence' end;
  end if;
  update workout w set
    last_set_at = greatest(w.last_set_at, done_at),
    started_at = case when jsonb_exists(w.field_clocks, 'startedAt') then w.started_at else least(w.started_at, done_at) end,
    ended_at = target.ended_at, ended_by = target.ended_by, updated_at = arrived_at, sets_seq = head - 1,
    change_seq = case when target.ended_at is null and target.deleted_at is null then w.change_seq else head - 1 end
  where w.athlete_id = target.athlete_id and w.id = target.id;
  return next kept;
end
$$;
