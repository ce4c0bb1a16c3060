package io.processflow.server.team;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The roles of a team. The role {@code owner} stays as it is, and nobody gives a page they lack. */
@Service
public class Roles {

    /**
     * What a role is to become; what is null stays as it is.
     *
     * @param allowedPages replaces all pages the role had
     */
    public record Change(
            @Nullable String name,
            @Nullable String color,
            @Nullable List<@Nullable TeamPage> allowedPages) {}

    private static final int LONGEST_NAME = 60;

    private final Access access;
    private final InTurn inTurn;
    private final RoleStore store;
    private final ObjectProvider<RoleUsage> usages;
    private final ApplicationEventPublisher events;

    Roles(
            Access access,
            InTurn inTurn,
            RoleStore store,
            ObjectProvider<RoleUsage> usages,
            ApplicationEventPublisher events) {
        this.access = access;
        this.inTurn = inTurn;
        this.store = store;
        this.usages = usages;
        this.events = events;
    }

    public List<Role> list(Caller caller, long teamId) {
        return list(access.member(caller, teamId));
    }

    /** The owner's role first, the others by name. */
    public List<Role> list(Member member) {
        return access.within(member, one -> store.list(one.teamId()));
    }

    /** A new role needs all three. */
    public Role create(Caller caller, long teamId, Change wanted) {
        return inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            Fields fields = new Fields();
            String name = fields.name("/name", wanted.name(), 1, LONGEST_NAME);
            String color = fields.color("/color", wanted.color());
            Set<TeamPage> pages = pages(fields, wanted.allowedPages());
            fields.done();
            Granting.requirePages(member, pages);
            requireFree(teamId, name, 0);
            return find(teamId, store.insert(teamId, name, color, pages));
        });
    }

    public Role change(Caller caller, long teamId, long roleId, Change wanted) {
        return inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            Role role = requireOrdinary(find(teamId, roleId));
            Fields fields = new Fields();
            String name = wanted.name() == null ? role.name() : fields.name("/name", wanted.name(), 1, LONGEST_NAME);
            String color = wanted.color() == null ? role.color() : fields.color("/color", wanted.color());
            Set<TeamPage> pages =
                    wanted.allowedPages() == null ? role.allowedPages() : pages(fields, wanted.allowedPages());
            fields.done();
            Granting.requirePages(member, without(pages, role.allowedPages()));
            requireFree(teamId, name, roleId);
            store.change(roleId, teamId, name, color, pages);
            return find(teamId, roleId);
        });
    }

    /**
     * Takes the role from everybody. One that is used in processes can only be replaced.
     *
     * @param replaceBy the role that its members, tasks and published versions get instead
     */
    public void delete(Caller caller, long teamId, long roleId, @Nullable Long replaceBy) {
        inTurn.with(TeamPage.TEAM, caller, teamId, member -> {
            requireOrdinary(find(teamId, roleId));
            if (replaceBy == null) {
                requireUnused(teamId, roleId);
                store.delete(teamId, roleId);
            } else {
                Granting.requireGive(member, replacement(teamId, roleId, replaceBy));
                store.replace(teamId, roleId, replaceBy);
                events.publishEvent(new RoleReplaced(teamId, roleId, replaceBy));
            }
            return roleId;
        });
    }

    private Role replacement(long teamId, long roleId, long replaceBy) {
        return store.find(teamId, replaceBy)
                .filter(role -> role.id() != roleId)
                .orElseThrow(() -> Rejection.invalid("replaceBy", "is the id of another role of this team"));
    }

    private void requireUnused(long teamId, long roleId) {
        List<Long> alsoGone = store.replacedBy(teamId, roleId);
        List<RoleUsage.Use> uses = Stream.concat(Stream.of(roleId), alsoGone.stream())
                .flatMap(role -> usages.orderedStream().flatMap(usage -> usage.usesOf(teamId, role).stream()))
                .toList();
        if (!uses.isEmpty()) {
            throw Rejection.conflict(
                            "role-in-use", "The role is used in processes. Name the role that takes its place.")
                    .with("usedIn", uses);
        }
    }

    private void requireFree(long teamId, String name, long ownId) {
        if (store.list(teamId).stream()
                .anyMatch(role -> role.id() != ownId && role.name().equalsIgnoreCase(name))) {
            throw Rejection.conflict("name-taken", "The team has a role of this name already.");
        }
    }

    private static Set<TeamPage> pages(Fields fields, @Nullable List<@Nullable TeamPage> wanted) {
        Set<TeamPage> pages = EnumSet.noneOf(TeamPage.class);
        boolean complete = wanted != null;
        for (TeamPage page : wanted == null ? List.<@Nullable TeamPage>of() : wanted) {
            complete &= page != null;
            if (page != null) {
                pages.add(page);
            }
        }
        if (!complete) {
            fields.wrong("/allowedPages", "is a list of pages: Editor, Tasks, Monitoring, Team, Stats, Shop");
        }
        return pages;
    }

    private static Set<TeamPage> without(Set<TeamPage> pages, Set<TeamPage> others) {
        Set<TeamPage> rest = EnumSet.noneOf(TeamPage.class);
        rest.addAll(pages);
        rest.removeAll(others);
        return rest;
    }

    private static Role requireOrdinary(Role role) {
        if (role.owner()) {
            throw Rejection.conflict("owner-role", "The role owner can be neither renamed, cut nor deleted.");
        }
        return role;
    }

    private Role find(long teamId, long roleId) {
        return store.find(teamId, roleId).orElseThrow(Rejection::notFound);
    }
}
