package io.processflow.server.team;

import io.processflow.server.account.AccountRemoval;
import io.processflow.server.platform.TeamScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps an account open while its person owns a team; else takes the person out of every team. */
@Component
class TeamAccountRemoval implements AccountRemoval {

    private final TeamScope scope;
    private final AccessStore rights;
    private final MemberStore members;
    private final Memberships memberships;

    TeamAccountRemoval(TeamScope scope, AccessStore rights, MemberStore members, Memberships memberships) {
        this.scope = scope;
        this.rights = rights;
        this.members = members;
        this.memberships = memberships;
    }

    /** The names of the teams that need the person; an archived team needs nobody. */
    @Override
    public List<String> objections(UUID userId) {
        return scope.outsideTeams(() -> {
            List<Long> teamIds = teamsOf(userId);
            return scope.widen(teamIds, () -> {
                List<String> held = new ArrayList<>();
                for (long teamId : teamIds) {
                    rights.lock(teamId);
                    if (members.holdsTheTeam(teamId, userId)) {
                        rights.liveName(teamId).ifPresent(held::add);
                    }
                }
                return held;
            });
        });
    }

    @Override
    public void removed(UUID userId) {
        scope.outsideTeams(() -> {
            List<Long> teamIds = teamsOf(userId);
            return scope.widen(teamIds, () -> {
                teamIds.forEach(teamId -> memberships.endAnyway(teamId, userId));
                return userId;
            });
        });
    }

    private List<Long> teamsOf(UUID userId) {
        scope.actFor(userId, null);
        return rights.teamIds(userId);
    }
}
