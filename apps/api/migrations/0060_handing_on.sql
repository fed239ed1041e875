-- Work may be handed on through a queue that forgets (docs/decisions/0171), and is known by the request that asked for it.
alter table outbox add column handed_until timestamptz; -- somebody was told; until then nobody else need be
alter table outbox add column request_id text; -- null: nobody's request asked
