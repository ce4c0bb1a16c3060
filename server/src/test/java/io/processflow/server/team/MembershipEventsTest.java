package io.processflow.server.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.server.ServerTest;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What other modules hear from this one, and what it asks them. */
@ServerTest
@RecordApplicationEvents
class MembershipEventsTest {

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Access access;

    @Autowired
    private InTurn inTurn;

    @Autowired
    private RoleStore roleStore;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private Teams teams;

    @Autowired
    private Members members;

    @Autowired
    private Roles roles;

    @Autowired
    private Invitations invitations;

    @Autowired
    private InvitationAnswers answers;

    private Caller ana;
    private Caller ben;
    private long team;

    @BeforeEach
    void aTeamOfTwo() {
        People people = new People(jdbc);
        ana = people.somebody("ana");
        ben = people.somebody("ben");
        team = teams.create(ana, "Demo Shop", null).id();
        answers.accept(ben, invitations.invite(ana, team, ben.email(), null).id(), null);
    }

    @Test
    void whoJoinsAndWhoLeavesIsTold() {
        assertThat(events.stream(MemberJoined.class))
                .containsExactly(new MemberJoined(team, ana.userId()), new MemberJoined(team, ben.userId()));
        members.leave(ben, team);
        assertThat(events.stream(MemberRemoved.class)).containsExactly(new MemberRemoved(team, ben.userId()));
    }

    @Test
    void otherRolesAndReplacedRolesAreTold() {
        long tasks = role("Tasks");
        long other = role("Other");
        members.setRoles(ana, team, ben.userId(), List.of(tasks));
        assertThat(events.stream(MemberRolesChanged.class))
                .containsExactly(new MemberRolesChanged(team, ben.userId(), Set.of(tasks)));
        roles.delete(ana, team, tasks, other);
        assertThat(events.stream(RoleReplaced.class)).containsExactly(new RoleReplaced(team, tasks, other));
        assertThat(access.member(ben, team).roleIds()).containsExactly(other);
    }

    @Test
    void aRoleInUseCanOnlyBeReplaced() {
        long used = role("Used");
        long other = role("Other");
        Roles asking = rolesThatAsk((inTeam, roleId) ->
                roleId == used ? List.of(new RoleUsage.Use("task", "Dispatch of goods", 2)) : List.of());
        assertThatThrownBy(() -> asking.delete(ana, team, used, null))
                .isInstanceOfSatisfying(Rejection.class, refused -> {
                    assertThat(refused.code()).isEqualTo("role-in-use");
                    assertThat(refused.members())
                            .containsEntry("usedIn", List.of(new RoleUsage.Use("task", "Dispatch of goods", 2)));
                });
        asking.delete(ana, team, used, other);
        // What took its place can not go either: the old role would be back.
        assertThatThrownBy(() -> asking.delete(ana, team, other, null))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.code()).isEqualTo("role-in-use"));
    }

    private Roles rolesThatAsk(RoleUsage usage) {
        var usages = new StaticListableBeanFactory(Map.of("usage", usage)).getBeanProvider(RoleUsage.class);
        return new Roles(access, inTurn, roleStore, usages, publisher);
    }

    private long role(String name) {
        return roles.create(ana, team, new Roles.Change(name, "#2F9E6E", List.of(TeamPage.TASKS)))
                .id();
    }
}
