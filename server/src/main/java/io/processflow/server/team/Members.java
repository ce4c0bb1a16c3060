package io.processflow.server.team;

import io.processflow.server.account.Sessions;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who belongs to a team and with which roles; a team always keeps an owner. */
@Service
public class Members {

    private final Access access;
    private final InTurn inTurn;
    private final MemberStore store;
    private final RoleStore roles;
    private final Memberships memberships;
    private final Sessions sessions;

    Members(
            Access access,
            InTurn inTurn,
            MemberStore store,
            RoleStore roles,
            Memberships memberships,
            Sessions sessions) {
        this.access = access;
        this.inTurn = inTurn;
        this.store = store;
        this.roles = roles;
        this.memberships = memberships;
        this.sessions = sessions;
    }

    /** By username; e-mail addresses are for those with the page Team. */
    public Page<TeamMember> list(Caller caller, long teamId, PageRequest page) {
        return access.within(caller, teamId, member -> {
            Function<TeamMember, TeamMember> shown =
                    member.may(TeamPage.TEAM) ? Function.identity() : TeamMember::withoutEmail;
            return Page.of(store.list(teamId, page), page, one -> List.of(one.username()), shown);
        });
    }

    /** What is wanted replaces all roles the person had. */
    public TeamMember setRoles(Caller caller, long teamId, UUID userId, @Nullable List<@Nullable Long> roleIds) {
        return inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            TeamMember person = find(teamId, userId);
            Map<Long, Role> known =
                    roles.list(teamId).stream().collect(Collectors.toMap(Role::id, Function.identity()));
            Set<Long> wanted = wanted(roleIds, known.keySet());
            Set<Long> held = person.roles().stream().map(RoleTag::id).collect(Collectors.toSet());
            known.values().stream()
                    .filter(role -> wanted.contains(role.id()) && !held.contains(role.id()))
                    .forEach(role -> Granting.requireGive(member, role));
            boolean endsOwnership = known.values().stream()
                    .anyMatch(role -> role.owner() && held.contains(role.id()) && !wanted.contains(role.id()));
            if (endsOwnership) {
                Granting.requireOwner(member);
            }
            memberships.setRoles(teamId, userId, held, wanted, endsOwnership);
            return find(teamId, userId);
        });
    }

    private static Set<Long> wanted(@Nullable List<@Nullable Long> roleIds, Set<Long> known) {
        Set<Long> wanted = new HashSet<>();
        boolean ours = roleIds != null;
        for (Long roleId : roleIds == null ? List.<@Nullable Long>of() : roleIds) {
            if (roleId != null && known.contains(roleId)) {
                wanted.add(roleId);
            } else {
                ours = false;
            }
        }
        if (!ours) {
            throw Rejection.invalid("/roleIds", "is a list of ids of this team's roles");
        }
        return wanted;
    }

    public void remove(Caller caller, long teamId, UUID userId) {
        inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            if (find(teamId, userId).owner()) {
                Granting.requireOwner(member);
            }
            memberships.end(teamId, userId);
            return userId;
        });
    }

    public void leave(Caller caller, long teamId) {
        inTurn.asMember(caller, teamId, member -> {
            memberships.end(teamId, member.userId());
            return teamId;
        });
    }

    /** The caller stays a member, without the role {@code owner}. Needs a fresh sign-in. */
    public void transferOwnership(Caller caller, long teamId, @Nullable UUID userId) {
        inTurn.asMember(caller, teamId, member -> {
            Granting.requireOwner(member);
            sessions.requireFresh(caller);
            if (userId == null
                    || userId.equals(caller.userId())
                    || store.find(teamId, userId).isEmpty()) {
                throw Rejection.invalid("/userId", "is another member of the team");
            }
            memberships.handOver(teamId, roles.owner(teamId).id(), caller.userId(), userId);
            return userId;
        });
    }

    private TeamMember find(long teamId, UUID userId) {
        return store.find(teamId, userId).orElseThrow(Rejection::notFound);
    }
}
