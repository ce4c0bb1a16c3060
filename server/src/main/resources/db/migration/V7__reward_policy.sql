-- What a team sets for its rewards, and what the system's badges count.

alter table team
  add column loop_damping boolean not null default false,
  add column self_start boolean not null default true;
comment on column team.loop_damping is 'Visit n of a node in one instance pays an n-th of its points, rounded down.';
comment on column team.self_start is 'Who started an instance is paid for its steps only when somebody else has completed one; nobody waits in a team of one.';

alter table statistics
  add column steps bigint not null default 0 check (steps >= 0),
  add column models bigint[] not null default '{}';
comment on column statistics.steps is 'Manual steps the person has completed in the team.';
comment on column statistics.models is 'Process models in which the person has completed a step; emptied with the badge Explorer, for which alone it is kept.';

update statistics total
   set steps = done.steps, models = done.models
  from (select v.team_id, v.completed_by, count(*) as steps, array_agg(distinct i.process_model_id) as models
          from flow_element_instance v
          join process_instance i on i.id = v.is_part_of
         where v.completed_by is not null
         group by v.team_id, v.completed_by) done
 where total.team_id = done.team_id and total.profile_id = done.completed_by;
