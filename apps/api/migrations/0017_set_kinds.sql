-- More kinds of sets; the parts of a set that goes on; which sets were alternated; how slowly it was done.
alter table performed_set drop constraint performed_set_kind_check;
alter table performed_set
  add constraint performed_set_kind_check check (kind in ('working', 'warm_up', 'drop', 'top', 'back_off', 'amrap', 'drop_chain',
    'rest_pause', 'myo_reps', 'cluster', 'negative', 'assisted', 'per_side', 'circuit')),
  add column parts jsonb check (jsonb_typeof(parts) = 'array'), -- [{loadKg, reps, restSeconds?}]; load_kg and reps are those of the first part
  add column tempo text,
  add column superset integer check (superset between 0 and 50);
