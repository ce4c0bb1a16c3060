-- Roles the server works as. Migrations run as the login; every pooled connection starts with `set role processflow_runtime`, so that
-- row-level security also holds when the login is a superuser. processflow_worker does what must work over all teams (committing groups of
-- commands, claiming due calls, clean-up) and takes no condition from a request.
-- Roles belong to the whole cluster: another database may have made them, or may be making them right now.
do $$
declare
  wanted text;
  newer_than_15 constant boolean := current_setting('server_version_num')::int >= 160000;
begin
  foreach wanted in array array['processflow_runtime', 'processflow_worker'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        raise notice 'role % was made by another database at the same time', wanted;
      end;
    end if;
    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls)) then
      raise exception 'expected role % to be bound by row-level security, but it is superuser or has bypassrls', wanted;
    end if;
    if not pg_has_role(current_user, wanted, case when newer_than_15 then 'SET' else 'MEMBER' end) then
      begin
        -- Without inheritance, where PostgreSQL offers it: a connection that forgot `set role` gains nothing from it.
        execute format('grant %I to current_user %s', wanted, case when newer_than_15 then 'with inherit false, set true' end);
      exception when unique_violation then
        raise notice 'role % was granted by another database at the same time', wanted;
      end;
    end if;
  end loop;
  execute format('revoke all on schema %I from public', current_schema());
  execute format('grant usage on schema %I to processflow_runtime, processflow_worker', current_schema());
  -- Tables are granted one by one, so that a forgotten grant fails at once and an append-only table stays so.
  execute format('alter default privileges in schema %I grant usage on sequences to processflow_runtime, processflow_worker', current_schema());
  execute format('alter default privileges in schema %I revoke execute on functions from public', current_schema());
end
$$;

-- Who somebody is. Belongs to no team, so no row-level security: the server reads these rows by their own keys.

create table "user" (
  id uuid primary key default gen_random_uuid(),
  email text not null check (char_length(email) between 3 and 254),
  -- Which letters are letters is the server's business; characters that could be taken for markup, paths or separators never are.
  username text not null check (char_length(username) between 2 and 40 and username !~ '[][[:space:][:cntrl:]!"#$%&''()*+,/:;<=>?@\\^`{|}~]'),
  language text check (language in ('de', 'en', 'sr')),
  is_dark_mode_enabled boolean,
  name text not null default '' check (char_length(name) <= 100),
  email_verified boolean not null default false,
  avatar bytea check (octet_length(avatar) <= 1048576),
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index user_email_key on "user" (lower(email));
create unique index user_username_key on "user" (lower(username));

comment on table "user" is 'One person. Never deleted while history points to it: a closed account stays as a tombstone (deleted_at).';
comment on column "user".language is 'Null: as the browser asks.';
comment on column "user".is_dark_mode_enabled is 'Null: as the system does.';
comment on column "user".name is 'The name shown to others; may be empty, then the username is shown.';
comment on column "user".email_verified is 'The person proved to read mail sent to the address.';
comment on column "user".avatar is 'PNG or WebP, re-encoded by the server; never listed with other columns.';
comment on column "user".deleted_at is 'The account was closed; name, username and e-mail are then replaced by the id.';

create table session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user" (id) on delete cascade,
  token bytea not null unique check (octet_length(token) = 32),
  expires_at timestamptz not null,
  ip_address text check (char_length(ip_address) <= 64),
  user_agent text check (char_length(user_agent) <= 512),
  last_seen_at timestamptz not null default now(),
  stay_signed_in boolean not null default false,
  created_at timestamptz not null default now()
);
create index session_user_id_idx on session (user_id);
create index session_expires_at_idx on session (expires_at);

comment on column session.token is 'SHA-256 of the cookie''s token, never the token: a stolen dump opens no session.';
comment on column session.expires_at is 'End when not used until then; moved on with use, never beyond the absolute limit counted from created_at.';
comment on column session.ip_address is 'Shown to the person in the list of sessions.';
comment on column session.user_agent is 'Shown to the person in the list of sessions; cut to 512 characters.';
comment on column session.last_seen_at is 'Written at most every few minutes.';
comment on column session.stay_signed_in is 'Chooses the longer idle time when expires_at is moved on.';
comment on column session.created_at is 'The sign-in: the absolute limit and "signed in freshly" count from here.';

create table account (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references "user" (id) on delete cascade,
  provider_id text not null,
  password text,
  account_id text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_user_id_idx on account (user_id);

comment on column account.provider_id is '"credential" for e-mail and password.';
comment on column account.password is 'A hash: Argon2id, or the scrypt format of better-auth until the next sign-in.';
comment on column account.account_id is 'The person''s id at the provider; for "credential" the user''s id.';

create table verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index verification_identifier_idx on verification (identifier);
create index verification_value_idx on verification (value);
create index verification_expires_at_idx on verification (expires_at);

comment on column verification.identifier is 'Purpose and what it is about, as in "email-verification:…" and "password-reset:…".';
comment on column verification.value is 'A hash, never what was sent by mail. Consumed by one delete … returning.';

grant select, insert, update on "user" to processflow_runtime;
grant select, insert, update, delete on session, account, verification to processflow_runtime;
-- Only to prove that every name in the history is somebody's, see db/checks/unreferenced.sql.
grant select (id) on "user" to processflow_worker;
