-- Many commands in one transaction: what the server needs to decide and write them in few round trips.

-- Ids come in blocks: the server takes a number and has it and those after it up to the next one for itself, so that ids cost no statement.
-- A row written without an id gets the first of a block of its own.
alter sequence process_instance_id_seq increment by 100;
alter sequence flow_element_instance_id_seq increment by 1000;

alter table process_instance add column needs_log boolean not null default false;
comment on column process_instance.needs_log is 'While true its state is more than its open rows tell (held tokens, challenge runs): it is rebuilt from the log.';
update process_instance set needs_log = true
 where status = 'On Hold'
    or id in (select v.is_part_of from flow_element_instance v join flow_element e on e.id = v.instance_of
               where e.type = 'challengeNode' and v.status = 'In Progress');

-- Who may do what is decided in the transaction that writes, from what is true in it.
create policy worker_read on profile_team for select to processflow_worker using (true);
create policy worker_read on profile_role_team for select to processflow_worker using (true);
grant select on profile_team, profile_role_team to processflow_worker;
