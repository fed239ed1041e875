-- Which session of which program a routine is. Such a routine is made and taken away by its program.
alter table routine add column program jsonb;
