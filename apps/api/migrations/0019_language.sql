-- The language a lifter chose for the app; 'auto' is whatever the browser asks for.
alter table athlete
  add column language text not null default 'auto' check (language in ('auto', 'en', 'de', 'es'));
