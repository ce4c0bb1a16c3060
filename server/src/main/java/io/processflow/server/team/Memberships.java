package io.processflow.server.team;

import io.processflow.server.platform.Rejection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How somebody becomes a member, gets other roles and leaves; runs inside the team's scope and tells whoever listens. */
@Component
class Memberships {

    private final MemberStore store;
    private final ApplicationEventPublisher events;

    Memberships(MemberStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** @throws Rejection 409 when the person is a member already */
    void begin(long teamId, UUID userId, @Nullable Long roleId) {
        if (!store.join(teamId, userId)) {
            throw Rejection.conflict("already-member", "This person is a member of the team already.");
        }
        if (roleId != null) {
            store.give(teamId, userId, roleId);
        }
        events.publishEvent(new MemberJoined(teamId, userId));
    }

    /** @throws Rejection 409 when the team would be without its owner */
    void setRoles(long teamId, UUID userId, Set<Long> held, Set<Long> wanted, boolean endsOwnership) {
        if (endsOwnership) {
            requireNotHolding(teamId, userId);
        }
        Set<Long> taken = new HashSet<>(held);
        taken.removeAll(wanted);
        store.take(teamId, userId, taken);
        wanted.stream().filter(role -> !held.contains(role)).forEach(role -> store.give(teamId, userId, role));
        events.publishEvent(new MemberRolesChanged(teamId, userId, Set.copyOf(wanted)));
    }

    /** The role {@code owner} goes from one member to another. */
    void handOver(long teamId, long ownerRole, UUID from, UUID to) {
        store.give(teamId, to, ownerRole);
        store.take(teamId, from, Set.of(ownerRole));
        events.publishEvent(new MemberRolesChanged(teamId, to, store.roleIds(teamId, to)));
        events.publishEvent(new MemberRolesChanged(teamId, from, store.roleIds(teamId, from)));
    }

    /**
     * Roles and claims go; what the person did and earned stays, and is there again when the person returns.
     *
     * @throws Rejection 404 when the person is no member, 409 when the team would be without its owner
     */
    void end(long teamId, UUID userId) {
        requireNotHolding(teamId, userId);
        endAnyway(teamId, userId);
    }

    /** Also for owners, of a team that is on its way out. */
    void endAnyway(long teamId, UUID userId) {
        if (!store.remove(teamId, userId)) {
            throw Rejection.notFound();
        }
        events.publishEvent(new MemberRemoved(teamId, userId));
    }

    private void requireNotHolding(long teamId, UUID userId) {
        if (store.holdsTheTeam(teamId, userId)) {
            throw Rejection.conflict(
                    "owner", "This person owns the team. The ownership has to be handed to another member first.");
        }
    }
}
