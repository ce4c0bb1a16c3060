package io.processflow.server.team;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.SecretToken;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.InvitationStore.Answerable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The invited person's side of invitations. The address of the account opens an invitation, or the token of its link;
 * to everybody else there is none.
 */
@Service
public class InvitationAnswers {

    private final Access access;
    private final AccessStore rights;
    private final TeamScope scope;
    private final InvitationStore store;
    private final RoleStore roles;
    private final Memberships memberships;
    private final TeamViews views;

    InvitationAnswers(
            Access access,
            AccessStore rights,
            TeamScope scope,
            InvitationStore store,
            RoleStore roles,
            Memberships memberships,
            TeamViews views) {
        this.access = access;
        this.rights = rights;
        this.scope = scope;
        this.store = store;
        this.roles = roles;
        this.memberships = memberships;
        this.views = views;
    }

    /** What waits for an answer, newest first. */
    public List<MyInvitation> mine(Caller caller) {
        access.requireVerified(caller);
        return scope.outsideTeams(() -> {
            scope.actFor(caller.userId(), caller.email());
            return scope.widen(store.invitingTeams(caller.userId()), () -> store.addressedTo(caller.userId()));
        });
    }

    /**
     * Makes the caller a member, with the invitation's role.
     *
     * @param token the one in the invitation's link; null when the caller's address is the invited one
     */
    public Team accept(Caller caller, long id, @Nullable String token) {
        access.requireVerified(caller);
        return scope.outsideTeams(() -> {
            long teamId = find(caller, id, token).teamId();
            return scope.widen(List.of(teamId), () -> {
                rights.lock(teamId);
                // Read again: whoever had the lock before may have answered it, or changed what it rests on.
                Answerable invitation = find(caller, id, token);
                requireOpen(invitation);
                requireInviterStillMay(invitation);
                if (!store.accept(id)) {
                    throw used();
                }
                memberships.begin(teamId, caller.userId(), invitation.roleId());
                return views.of(List.of(access.memberInScope(caller.userId(), teamId)))
                        .getFirst();
            });
        });
    }

    public void decline(Caller caller, long id, @Nullable String token) {
        access.requireVerified(caller);
        scope.outsideTeams(() -> {
            find(caller, id, token);
            if (!store.decline(id)) {
                throw used();
            }
            return id;
        });
    }

    private Answerable find(Caller caller, long id, @Nullable String token) {
        byte[] hash = token == null ? null : SecretToken.hash(token);
        scope.actFor(caller.userId(), caller.email());
        if (hash != null) {
            store.showByLink(hash);
        }
        return store.answerable(id, caller.userId(), hash).orElseThrow(Rejection::notFound);
    }

    private static void requireOpen(Answerable invitation) {
        if (invitation.accepted()) {
            throw used();
        }
        if (invitation.expired()) {
            throw Rejection.conflict(
                    "invitation-expired", "The invitation was good for seven days. Ask for a new one.");
        }
    }

    private void requireInviterStillMay(Answerable invitation) {
        long teamId = invitation.teamId();
        if (rights.liveName(teamId).isEmpty()) {
            throw Rejection.notFound();
        }
        Long roleId = invitation.roleId();
        boolean may = access.findInScope(invitation.invitedBy(), teamId)
                .filter(inviter -> inviter.may(TeamPage.TEAM))
                .filter(inviter -> roleId == null
                        || roles.find(teamId, roleId)
                                .filter(role -> Granting.mayGive(inviter, role))
                                .isPresent())
                .isPresent();
        if (!may) {
            throw Rejection.conflict(
                    "inviter-lost-right", "Whoever invited you may not do so any more. Ask for a new invitation.");
        }
    }

    private static Rejection used() {
        return Rejection.conflict("invitation-used", "The invitation was answered already; each works once.");
    }
}
