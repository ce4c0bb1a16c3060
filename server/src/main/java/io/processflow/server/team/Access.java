package io.processflow.server.team;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Decides whether somebody may do something in a team; read with every request, so that a removal is felt at once. */
@Component
public class Access {

    private final TeamScope scope;
    private final AccessStore store;

    Access(TeamScope scope, AccessStore store) {
        this.scope = scope;
        this.store = store;
    }

    /** @throws Rejection 404 when the caller is no member of a team with this id */
    public Member member(Caller caller, long teamId) {
        return memberships(caller).stream()
                .filter(member -> member.teamId() == teamId)
                .findFirst()
                .orElseThrow(Rejection::notFound);
    }

    /** @throws Rejection 404 for a stranger, 403 for a member without the page */
    public Member member(Caller caller, long teamId, TeamPage page) {
        return member(caller, teamId).require(page);
    }

    /** Every team of the caller that is not archived. */
    public List<Member> memberships(Caller caller) {
        return memberships(caller, false);
    }

    /** The caller's teams that are archived and can still be restored. */
    List<Member> archivedMemberships(Caller caller) {
        return memberships(caller, true);
    }

    private List<Member> memberships(Caller caller, boolean archived) {
        requireVerified(caller);
        return scope.outsideTeams(() -> {
            scope.actFor(caller.userId(), caller.email());
            List<Long> teamIds = store.teamIds(caller.userId());
            return scope.widen(teamIds, () -> store.memberships(caller.userId(), archived));
        });
    }

    /** Reads something of one team for a member of it, whatever the member's pages. */
    <T> T within(Caller caller, long teamId, Function<Member, T> work) {
        return within(member(caller, teamId), work);
    }

    <T> T within(Member member, Function<Member, T> work) {
        return scope.inTeam(member.teamId(), () -> work.apply(member));
    }

    /** The person's rights at this moment, read within a transaction that has the team in scope. */
    Member memberInScope(UUID userId, long teamId) {
        return findInScope(userId, teamId).orElseThrow(Rejection::notFound);
    }

    Optional<Member> findInScope(UUID userId, long teamId) {
        return store.memberships(userId, false).stream()
                .filter(member -> member.teamId() == teamId)
                .findFirst();
    }

    /**
     * Before something is given to a person that a removal takes away again: nobody removes them until the transaction ends,
     * which has the team in scope.
     *
     * @throws Rejection 404 when they are no member any more
     */
    public void requireStaying(Caller caller, long teamId) {
        if (!store.keepMembership(caller.userId(), teamId)) {
            throw Rejection.notFound();
        }
    }

    /** @throws Rejection 403 while the caller's address has to be confirmed */
    public void requireVerified(Caller caller) {
        if (!caller.verified()) {
            throw Rejection.forbidden(
                    "email-not-verified", "Confirm your e-mail address first: the link is in the mail we sent.");
        }
    }

    /**
     * The caller as a member of the team that an object belongs to, for objects addressed by their own id.
     *
     * @param teamOfRow reads the row's team; runs with the caller's teams in scope, so a foreign row is not there
     * @throws Rejection 404 when there is no such row in any team of the caller
     */
    public Member memberOfTeamOf(Caller caller, Supplier<Optional<Long>> teamOfRow) {
        List<Member> memberships = memberships(caller);
        List<Long> teamIds = memberships.stream().map(Member::teamId).toList();
        long teamId = scope.inTeams(teamIds, teamOfRow).orElseThrow(Rejection::notFound);
        return memberships.stream()
                .filter(member -> member.teamId() == teamId)
                .findFirst()
                .orElseThrow(Rejection::notFound);
    }
}
