-- Of the installation, not of a team: no row-level security.

create table rate_limit (
  key text primary key check (char_length(key) between 1 and 300),
  tokens double precision not null check (tokens >= 0),
  refilled_at timestamptz not null default now(),
  failures int not null default 0 check (failures >= 0),
  blocked_until timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index rate_limit_expires_at_idx on rate_limit (expires_at);

comment on table rate_limit is 'One token bucket per key, shared by all nodes and changed by one statement (insert … on conflict do update … returning), on the database''s clock.';
comment on column rate_limit.key is 'What is limited and by whom, as in "sign-in:address:203.0.113.7".';
comment on column rate_limit.tokens is 'How many attempts were left at refilled_at; they grow again with time up to the limit''s size, which the server knows.';
comment on column rate_limit.refilled_at is 'When tokens was computed.';
comment on column rate_limit.failures is 'Failures in a row, for limits whose delay grows with them; 0 after a success.';
comment on column rate_limit.blocked_until is 'End of that delay; null: none.';
comment on column rate_limit.expires_at is 'From then on the bucket is full and the row says nothing: it may be removed.';

create table installation_key (
  name text primary key check (char_length(name) between 1 and 100),
  value bytea not null check (octet_length(value) >= 32),
  created_at timestamptz not null default now()
);

comment on table installation_key is 'Keys the installation made for itself at its first start, as the one that signs callback tokens; the same for all nodes.';

grant select, insert, update, delete on rate_limit to processflow_runtime;
grant select, insert on installation_key to processflow_runtime;
grant select, delete on rate_limit to processflow_worker;
