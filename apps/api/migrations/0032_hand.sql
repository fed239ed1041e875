-- The hand that holds the phone: the set screen puts its buttons under that thumb.
alter table athlete
  add column hand text not null default 'right' check (hand in ('right', 'left'));
