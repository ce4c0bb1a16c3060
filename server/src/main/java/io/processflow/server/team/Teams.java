package io.processflow.server.team;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Teams: making one, showing and changing it, archiving it with a week to think again. */
@Service
public class Teams {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 80;

    private final Access access;
    private final TeamScope scope;
    private final TeamStore store;
    private final RoleStore roles;
    private final Memberships memberships;
    private final TeamViews views;

    Teams(Access access, TeamScope scope, TeamStore store, RoleStore roles, Memberships memberships, TeamViews views) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.roles = roles;
        this.memberships = memberships;
        this.views = views;
    }

    /** The caller's teams by name. */
    public List<Team> list(Caller caller) {
        return views.of(access.memberships(caller));
    }

    /** The teams the caller owns, archived, and can still restore. */
    public List<Team> archived(Caller caller) {
        return views.of(access.archivedMemberships(caller).stream()
                .filter(Member::owner)
                .toList());
    }

    public Team get(Caller caller, long teamId) {
        return views.of(List.of(access.member(caller, teamId))).getFirst();
    }

    /** The creator becomes the first member, with the role {@code owner}, which opens every page. */
    public Team create(Caller caller, @Nullable String name, @Nullable ColorScheme colors) {
        access.requireVerified(caller);
        Fields fields = new Fields();
        String checkedName = fields.name("/name", name, SHORTEST_NAME, LONGEST_NAME);
        ColorScheme checkedColors = fields.colors("/colorScheme", colors == null ? ColorScheme.INDIGO : colors);
        fields.done();
        return scope.outsideTeams(() -> {
            long teamId = store.nextId();
            return scope.widen(List.of(teamId), () -> {
                store.insert(teamId, checkedName, checkedColors, caller.userId());
                long owner = roles.insert(teamId, Role.OWNER, checkedColors.from(), EnumSet.allOf(TeamPage.class));
                memberships.begin(teamId, caller.userId(), owner);
                return views.of(List.of(access.memberInScope(caller.userId(), teamId)))
                        .getFirst();
            });
        });
    }

    /** What is null stays as it is. */
    public Team change(Caller caller, long teamId, TeamChange change) {
        Member member = access.member(caller, teamId, TeamPage.TEAM);
        Fields fields = new Fields();
        TeamChange checked = new TeamChange(
                change.name() == null ? null : fields.name("/name", change.name(), SHORTEST_NAME, LONGEST_NAME),
                change.colorScheme() == null ? null : fields.colors("/colorScheme", change.colorScheme()),
                change.loopDamping(),
                change.selfStart());
        fields.done();
        return scope.inTeam(teamId, () -> {
            store.change(teamId, checked);
            return views.of(List.of(member)).getFirst();
        });
    }

    /**
     * The team is gone for everybody at once; an owner can restore it for seven days.
     *
     * @param typedName the team's name, typed by the person as proof of meaning this team
     */
    public void archive(Caller caller, long teamId, @Nullable String typedName) {
        Granting.requireOwner(access.member(caller, teamId));
        if (!scope.inTeam(teamId, () -> store.archive(teamId, typedName))) {
            // Somebody else may have archived it in between: then it is gone, whatever was typed.
            access.member(caller, teamId);
            throw Rejection.invalid("name", "is the team's name, exactly as it is written, to confirm the deletion");
        }
    }

    /** @throws Rejection 404 also when the seven days are over */
    public Team restore(Caller caller, long teamId) {
        Member owner = access.archivedMemberships(caller).stream()
                .filter(member -> member.teamId() == teamId && member.owner())
                .findFirst()
                .orElseGet(() -> Granting.requireOwner(access.member(caller, teamId)));
        return scope.inTeam(teamId, () -> {
            if (!store.restore(teamId)) {
                throw Rejection.conflict("not-archived", "This team is not archived.");
            }
            return views.of(List.of(owner)).getFirst();
        });
    }
}
