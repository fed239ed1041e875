-- Leg presses and sleds go beyond a ton: a set may hold up to 1,500 kg.
alter table performed_set
  drop constraint performed_set_load_kg_check,
  add constraint performed_set_load_kg_check check (load_kg >= 0 and load_kg <= 1500); -- refuses NaN and Infinity too
