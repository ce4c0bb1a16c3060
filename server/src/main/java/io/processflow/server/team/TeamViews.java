package io.processflow.server.team;

import io.processflow.server.platform.TeamScope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what one person sees of their teams. */
@Component
class TeamViews {

    private final TeamScope scope;
    private final TeamStore teams;
    private final RoleStore roles;
    private final ObjectProvider<OpenTasks> openTasks;

    TeamViews(TeamScope scope, TeamStore teams, RoleStore roles, ObjectProvider<OpenTasks> openTasks) {
        this.scope = scope;
        this.teams = teams;
        this.roles = roles;
        this.openTasks = openTasks;
    }

    /** By name. */
    List<Team> of(Collection<Member> memberships) {
        if (memberships.isEmpty()) {
            return List.of();
        }
        Map<Long, Member> byTeam = memberships.stream().collect(Collectors.toMap(Member::teamId, Function.identity()));
        Set<Long> teamIds = byTeam.keySet();
        return scope.inTeams(teamIds, () -> {
            Map<Long, Long> open = new HashMap<>();
            openTasks.orderedStream().forEach(counter -> open.putAll(counter.count(memberships)));
            Map<Long, List<RoleTag>> held =
                    roles.heldBy(memberships.iterator().next().userId(), teamIds);
            return teams.read(teamIds).stream()
                    .map(row -> view(
                            row,
                            memberIn(byTeam, row.id()),
                            held.getOrDefault(row.id(), List.of()),
                            open.getOrDefault(row.id(), 0L)))
                    .toList();
        });
    }

    private static Member memberIn(Map<Long, Member> byTeam, long teamId) {
        Member member = byTeam.get(teamId);
        if (member == null) {
            throw new IllegalStateException("expected only the teams " + byTeam.keySet() + ", but read " + teamId);
        }
        return member;
    }

    private static Team view(TeamStore.Row row, Member member, List<RoleTag> held, long openTasks) {
        Set<TeamPage> pages = EnumSet.noneOf(TeamPage.class);
        pages.addAll(member.pages());
        return new Team(
                row.id(),
                row.name(),
                row.colors(),
                row.createdBy(),
                member.owner(),
                List.copyOf(pages),
                held,
                openTasks,
                row.rewards().loopDamping(),
                row.rewards().selfStart(),
                row.createdAt(),
                row.archivedAt());
    }
}
