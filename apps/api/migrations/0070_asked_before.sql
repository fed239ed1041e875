-- What a program was made from before a change, as {"request": ...}, so that its undo brings that back too; null: the change left it.
alter table program_patch add column asked_before jsonb;
