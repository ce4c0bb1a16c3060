-- Every row that names something which is not there, or that belongs to another team than the instance it is part of. The hot tables declare only
-- their foreign key to the process instance (V3__process_engine.sql says why); this is the proof that the rest holds. No row: all is well.
-- Runs as processflow_worker.
select 'flow_element_instance' as table_name, v.id as row_id, 'instance_of' as reference, v.instance_of::text as missing
  from flow_element_instance v
 where not exists (select from flow_element e where e.id = v.instance_of and e.team_id = v.team_id)
union all
select 'flow_element_instance', v.id, 'assigned_role_id', v.assigned_role_id::text
  from flow_element_instance v
 where v.assigned_role_id is not null
   and not exists (select from role r where r.id = v.assigned_role_id and r.team_id = v.team_id)
union all
select 'flow_element_instance', v.id, 'completed_by', v.completed_by::text
  from flow_element_instance v
 where v.completed_by is not null and not exists (select from "user" u where u.id = v.completed_by)
union all
select 'flow_element_instance', v.id, 'claimed_by', v.claimed_by::text
  from flow_element_instance v
 where v.claimed_by is not null and not exists (select from "user" u where u.id = v.claimed_by)
union all
select 'flow_element_instance', v.id, 'acting_profile_id', v.acting_profile_id::text
  from flow_element_instance v
 where v.acting_profile_id is not null and not exists (select from "user" u where u.id = v.acting_profile_id)
union all
select 'flow_element_instance', v.id, 'team_id', v.team_id::text
  from flow_element_instance v
  join process_instance p on p.id = v.is_part_of
 where p.team_id <> v.team_id
union all
select 'data_object_instance', d.id, 'team_id', d.team_id::text
  from data_object_instance d
  join process_instance p on p.id = d.is_part_of
 where p.team_id <> d.team_id
union all
select 'process_instance_event', e.is_part_of, 'team_id', e.team_id::text
  from process_instance_event e
  join process_instance p on p.id = e.is_part_of
 where p.team_id <> e.team_id
union all
select 'activity_call', c.id, 'team_id', c.team_id::text
  from activity_call c
  join process_instance p on p.id = c.is_part_of
 where p.team_id <> c.team_id
union all
select 'activity_call', c.id, 'flow_element_instance_id', c.flow_element_instance_id::text
  from activity_call c
 where not exists (select from flow_element_instance v where v.id = c.flow_element_instance_id and v.is_part_of = c.is_part_of)
union all
select 'reward', w.id, 'team_id', w.team_id::text
  from reward w
  join flow_element_instance v on v.id = w.flow_element_instance_id
 where v.team_id <> w.team_id
union all
select 'process_model', m.id, 'startable_by', named.role_id::text
  from process_model m
  cross join lateral unnest(m.startable_by) as named (role_id)
 where not exists (select from role r where r.id = named.role_id and r.team_id = m.belongs_to)
