-- The span that asked for work, as W3C writes it (traceparent); null where nobody traces.
alter table outbox add column trace_parent text check (length(trace_parent) <= 55);
