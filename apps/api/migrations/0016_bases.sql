-- The movement of the library that a lifter's own varies. The library's own bases are in its files. No foreign key: what leaves the
-- library is retired and stays.
alter table movement add column base_id uuid;
