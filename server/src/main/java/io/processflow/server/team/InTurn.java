package io.processflow.server.team;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.TeamScope;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Runs changes of who may do what in a team one by one, each with the rights its caller has when its turn comes. */
@Component
class InTurn {

    private final Access access;
    private final AccessStore store;
    private final TeamScope scope;

    InTurn(Access access, AccessStore store, TeamScope scope) {
        this.access = access;
        this.store = store;
        this.scope = scope;
    }

    /** @throws io.processflow.server.platform.Rejection 404 for a stranger, 403 for a member without the page */
    <T> T with(TeamPage page, Caller caller, long teamId, Function<Member, T> work) {
        return asMember(caller, teamId, member -> work.apply(member.require(page)));
    }

    <T> T asMember(Caller caller, long teamId, Function<Member, T> work) {
        access.member(caller, teamId);
        return scope.inTeam(teamId, () -> {
            store.lock(teamId);
            return work.apply(access.memberInScope(caller.userId(), teamId));
        });
    }
}
