-- What a lifter's movements say of each other, short enough to be read with every advice. JSON kept as text, as in 0006. It is that of
-- the last time when all sets had been read; until there is such a time, that of those read so far.
alter table lifter_belief add column strengths text;
alter table lifter_belief add column strengths_are_whole boolean not null default false;
