package io.processflow.server.team;

import io.processflow.server.account.AccountRemoval;
import io.processflow.server.account.Accounts;
import io.processflow.server.account.Person;
import io.processflow.server.platform.TeamScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps an account open while its person owns a team; else takes the person out of every team. */
@Component
class TeamAccountRemoval implements AccountRemoval {

    private final TeamScope scope;
    private final AccessStore rights;
    private final MemberStore members;
    private final Memberships memberships;
    private final InvitationStore invitations;
    private final Accounts accounts;

    TeamAccountRemoval(
            TeamScope scope,
            AccessStore rights,
            MemberStore members,
            Memberships memberships,
            InvitationStore invitations,
            Accounts accounts) {
        this.scope = scope;
        this.rights = rights;
        this.members = members;
        this.memberships = memberships;
        this.invitations = invitations;
        this.accounts = accounts;
    }

    /** The names of the teams that need the person; an archived team needs nobody. */
    @Override
    public List<String> objections(UUID userId) {
        return scope.outsideTeams(() -> {
            scope.actFor(userId, null);
            List<Long> teamIds = rights.teamIds(userId);
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

    /** Also what invitations keep of the person's address. */
    @Override
    public void removed(UUID userId) {
        String email = accounts.find(userId).map(Person::email).orElseThrow();
        scope.outsideTeams(() -> {
            scope.actFor(userId, email);
            List<Long> joined = rights.teamIds(userId);
            Set<Long> teamIds = new TreeSet<>(joined);
            teamIds.addAll(invitations.teamsNaming(email));
            return scope.widen(teamIds, () -> {
                teamIds.forEach(rights::lock);
                joined.forEach(teamId -> memberships.endAnyway(teamId, userId));
                invitations.forget(email);
                return userId;
            });
        });
    }
}
