-- An import that is being taken back, some workouts at a time: how far it is stands in `progress`.
alter table import drop constraint import_status_check;
alter table import add constraint import_status_check check (status in ('previewed', 'committing', 'committed', 'failed', 'undoing', 'undone'));
