-- Of a published version only its name may change.
alter table process_model_version add column name text check (char_length(name) between 1 and 80 and name = btrim(name));
grant update (name) on process_model_version to processflow_runtime;

comment on table process_model_version is 'What was published; nothing but its name is ever changed, and it is removed only with its model. Running instances stay on theirs.';
comment on column process_model_version.name is 'What people call it, as in "Before Christmas"; null: only its number.';

-- updated_by also tells who renamed the model or chose what new starts use; whoever draws is told of saved drawings only.
alter table process_model add column draft_saved_by uuid references "user" (id) on delete no action;

comment on column process_model.draft_saved_by is 'Who saved the draft last; null: nobody since it was made, or since this column is there.';

-- Written every few seconds by everybody who draws, and worth nothing after a minute: unlogged, so a crash empties it and a standby has none.
create unlogged table process_model_editor (
  process_model_id bigint not null,
  team_id bigint not null,
  user_id uuid not null references "user" (id) on delete no action,
  seen_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (team_id, process_model_id, user_id),
  constraint process_model_editor_model_fkey foreign key (team_id, process_model_id) references process_model (belongs_to, id) on delete cascade
);

comment on table process_model_editor is 'Who has the drawing of a process open. Who was not seen for a minute is shown to nobody; rows older than a day are removed.';
comment on column process_model_editor.seen_at is 'When their browser last said so.';

alter table process_model_editor enable row level security;
alter table process_model_editor force row level security;
create policy team_scope on process_model_editor for all to processflow_runtime
  using (team_id = any (nullif(current_setting('app.team_ids', true), '')::bigint[]))
  with check (team_id = any (nullif(current_setting('app.team_ids', true), '')::bigint[]));
create policy worker on process_model_editor for all to processflow_worker using (true) with check (true);

grant select, insert, update, delete on process_model_editor to processflow_runtime;
grant select (seen_at), delete on process_model_editor to processflow_worker;
