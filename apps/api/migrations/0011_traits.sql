-- How a lifter's personal traits, as the nightly fit found them, stood up to the sets logged since. Advice reads only those that did.
-- JSON kept as text, as in 0006; null until sets came after a fit that may be believed.
alter table lifter_fit add column proof text;
