-- Every row of the hot tables that can not be: what check constraints say elsewhere (V10__checks_of_hot_tables.sql tells why not here). No row: all
-- is well. Runs as processflow_worker.
select 'process_instance' as table_name, i.id as row_id, 'a counter below 0' as fault
  from process_instance i
 where i.last_event_number < 0 or i.last_visit_number < 0
union all
select 'process_instance', i.id, 'completed_at and status differ'
  from process_instance i
 where (i.completed_at is not null) <> (i.status in ('Completed', 'Cancelled'))
union all
select 'process_instance', i.id, 'title over 255 characters'
  from process_instance i
 where char_length(i.title) > 255
union all
select 'flow_element_instance', v.id, 'number below 1'
  from flow_element_instance v
 where v.number < 1
union all
select 'flow_element_instance', v.id, 'completed without a moment'
  from flow_element_instance v
 where v.status = 'Completed' and v.completed_at is null
union all
select 'flow_element_instance', v.id, 'claimed_by and claimed_at differ'
  from flow_element_instance v
 where (v.claimed_by is null) <> (v.claimed_at is null)
union all
select 'data_object_instance', d.id, 'name not of 1 to 255 characters'
  from data_object_instance d
 where char_length(d.name) not between 1 and 255
union all
select 'process_instance_event', e.is_part_of, 'number below 1'
  from process_instance_event e
 where e.number < 1
