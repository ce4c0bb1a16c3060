-- Finds open tasks by the words of their titles, over rows under row-level security: no operator that looks into a title is leakproof, so as
-- processflow_runtime it can not search an index. processflow_search sees of an open task what finding its id needs, and nothing else of any table;
-- the ids are read again as processflow_runtime, in the scope of the request's teams. It is made as its sisters are (V1__authentication.sql).
do $$
declare
  newer_than_15 constant boolean := current_setting('server_version_num')::int >= 160000;
begin
  if not exists (select from pg_roles where rolname = 'processflow_search') then
    begin
      create role processflow_search nologin;
    exception when duplicate_object or unique_violation then
      raise notice 'role processflow_search was made by another database at the same time';
    end;
  end if;
  if exists (select from pg_roles where rolname = 'processflow_search' and (rolsuper or rolbypassrls)) then
    raise exception 'expected role processflow_search to be bound by row-level security, but it is superuser or has bypassrls';
  end if;
  if not pg_has_role(current_user, 'processflow_search', case when newer_than_15 then 'SET' else 'MEMBER' end) then
    begin
      execute format('grant processflow_search to current_user %s', case when newer_than_15 then 'with inherit false, set true' end);
    exception when unique_violation then
      raise notice 'role processflow_search was granted by another database at the same time';
    end;
  end if;
  execute format('grant usage on schema %I to processflow_search', current_schema());
end
$$;

-- Always true: a policy with a condition of its own would be asked before the words, and then the index could not be searched.
create policy search on flow_element_instance for select to processflow_search using (true);
grant select (id, status, assigned_role_id, title) on flow_element_instance to processflow_search;

-- Each word is stored behind its role's id, as in 17/pack, so that a search reads the entries of the roles it is for and of no other team. A task is
-- entered once: completed, it leaves the index's condition. New entries wait in a short list, which a search reads besides: measured, entering a
-- title of four words so costs a writer 9 microseconds instead of 25, on top of 3 for splitting it.
create index flow_element_instance_words_idx on flow_element_instance using gin
  (array_to_tsvector(string_to_array(assigned_role_id::text || '/'
     || regexp_replace(lower(left(title, 480)), '[^[:alnum:]]+', ' ' || assigned_role_id::text || '/', 'g'), ' ')))
  with (gin_pending_list_limit = 512)
  where status = 'Todo';

comment on index flow_element_instance_words_idx is 'Words of the titles of open tasks, in small letters, each behind its role''s id. Queries repeat the expression to the letter.';

-- As it was but for its third column: under row-level security coalesce counts as able to leak what it is given, and case does not, so that only now
-- a page can begin in the middle of a role's range.
drop index flow_element_instance_worklist_idx;
create index flow_element_instance_worklist_idx on flow_element_instance
  (team_id, assigned_role_id, (case when due_at is null then 'infinity' else due_at end), created_at, id)
  where status = 'Todo';

comment on index flow_element_instance_worklist_idx is 'One ordered range per role: a page over several roles merges their first rows. Queries repeat the third column to the letter.';
comment on column flow_element_instance.due_at is 'For the worklist. In its order a task without due time comes after those that have one.';

alter table process_instance add column title text check (char_length(title) <= 255);

comment on column process_instance.title is 'What people call it, as in "Order 4711, Meier": the template of its version with the variables'' values; null: the version has none.';
