-- What an import brings beside workouts names the import until it is said anew by hand: an undo takes back what still does.
alter table movement_rule add column import_id uuid;
alter table favourite_movement add column import_id uuid;
alter table pain_constraint add column import_id uuid;
-- The settings that a commit took the place of; null where one had not been said.
alter table import add column settings_before jsonb;
