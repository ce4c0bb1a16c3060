package io.processflow.server.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.server.ServerTest;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Rejection;
import io.processflow.server.platform.TeamScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class InvitationAnswersTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TeamScope scope;

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

    private People people;
    private Caller ana;
    private long team;

    @BeforeEach
    void aTeam() {
        people = new People(jdbc);
        ana = people.somebody("ana");
        team = teams.create(ana, "Demo Shop", null).id();
    }

    @Test
    void theAddressOfAnAccountThatWasThereBeforeOpensTheInvitation() {
        Caller ben = people.somebody("ben");
        long role = role("Warehouse", TeamPage.TASKS);
        NewInvitation invitation = invitations.invite(ana, team, ben.email().toUpperCase(), role);
        assertThat(invitation.email()).isEqualTo(ben.email());
        assertThat(answers.mine(ben)).singleElement().satisfies(mine -> {
            assertThat(mine.teamName()).isEqualTo("Demo Shop");
            assertThat(mine.invitedBy()).isEqualTo(ana.username());
        });
        Team joined = answers.accept(ben, invitation.id(), null);
        assertThat(joined.pages()).containsExactly(TeamPage.TASKS);
        assertThat(joined.roles()).extracting(RoleTag::name).containsExactly("Warehouse");
        assertThat(joined.owner()).isFalse();
        assertThat(answers.mine(ben)).isEmpty();
        assertThat(invitations.list(ana, team, PageRequest.of(null, null)).items())
                .isEmpty();
    }

    @Test
    void whoSignsUpUnderTheAddressLaterNeedsTheLink() {
        NewInvitation invitation = invitations.invite(ana, team, "late-" + UUID.randomUUID() + "@example.org", null);
        Caller late = people.somebody("late", invitation.email());
        assertThat(answers.mine(late)).isEmpty();
        assertRefused("not-found", () -> answers.accept(late, invitation.id(), null));
        assertRefused("not-found", () -> answers.accept(late, invitation.id(), "guessed"));
        assertRefused("not-found", () -> answers.decline(late, invitation.id(), null));
        assertThat(answers.accept(late, invitation.id(), token(invitation)).id())
                .isEqualTo(team);
    }

    @Test
    void aProvenAddressOpensTheInvitationWhateverTheAccountsAge() {
        NewInvitation invitation = invitations.invite(ana, team, "late-" + UUID.randomUUID() + "@example.org", null);
        Caller late = people.somebody("late", invitation.email());
        jdbc.sql("update \"user\" set email_verified = true where id = :id")
                .param("id", late.userId())
                .update();
        assertThat(answers.mine(late)).hasSize(1);
        assertThat(answers.accept(late, invitation.id(), null).id()).isEqualTo(team);
    }

    @Test
    void theLinkOpensItForAnotherAddressToo() {
        Caller ben = people.somebody("ben");
        Caller eve = people.somebody("eve");
        NewInvitation invitation = invitations.invite(ana, team, ben.email(), null);
        assertRefused("not-found", () -> answers.accept(eve, invitation.id(), null));
        assertThat(answers.accept(eve, invitation.id(), token(invitation)).id()).isEqualTo(team);
        assertRefused("invitation-used", () -> answers.accept(ben, invitation.id(), null));
    }

    @Test
    void theTokenOfOneInvitationOpensNoOther() {
        Caller eve = people.somebody("eve");
        NewInvitation one = invitations.invite(ana, team, "one@example.org", null);
        NewInvitation other = invitations.invite(ana, team, "other@example.org", null);
        assertRefused("not-found", () -> answers.accept(eve, other.id(), token(one)));
    }

    @Test
    void onlyOneOfManyAcceptancesWins() throws Exception {
        NewInvitation invitation = invitations.invite(ana, team, "many@example.org", null);
        int runners = 6;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < runners; i++) {
                Caller runner = people.somebody("runner");
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return outcome(() -> answers.accept(runner, invitation.id(), token(invitation)));
                }));
            }
            start.countDown();
        }
        List<String> results = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            results.add(outcome.get());
        }
        assertThat(results).containsOnly("joined", "invitation-used");
        assertThat(results).filteredOn("joined"::equals).hasSize(1);
        assertThat(members.list(ana, team, PageRequest.of(null, null)).items()).hasSize(2);
    }

    @Test
    void anExpiredInvitationIsRefusedAndMakesRoomForANewOne() {
        Caller ben = people.somebody("ben");
        NewInvitation invitation = invitations.invite(ana, team, ben.email(), null);
        assertRefused("already-invited", () -> invitations.invite(ana, team, ben.email(), null));
        expire(invitation.id());
        assertRefused("invitation-expired", () -> answers.accept(ben, invitation.id(), token(invitation)));
        assertThat(answers.mine(ben)).isEmpty();
        NewInvitation next = invitations.invite(ana, team, ben.email(), null);
        assertThat(answers.accept(ben, next.id(), null).id()).isEqualTo(team);
    }

    @Test
    void theInvitersRightIsCheckedAgain() {
        Caller ben = people.somebody("ben");
        Caller cleo = people.somebody("cleo");
        long lead = role("Lead", TeamPage.TEAM);
        join(ben, lead);
        NewInvitation invitation = invitations.invite(ben, team, cleo.email(), null);
        NewInvitation withRole = invitations.invite(ben, team, "dora@example.org", lead);
        members.setRoles(ana, team, ben.userId(), List.of());
        assertRefused("inviter-lost-right", () -> answers.accept(cleo, invitation.id(), null));
        members.setRoles(ana, team, ben.userId(), List.of(lead));
        assertThat(answers.accept(cleo, invitation.id(), null).id()).isEqualTo(team);

        roles.change(ana, team, lead, new Roles.Change(null, null, List.of(TeamPage.TEAM, TeamPage.SHOP)));
        long narrow = role("Narrow", TeamPage.TEAM);
        members.setRoles(ana, team, ben.userId(), List.of(narrow));
        Caller dora = people.somebody("dora");
        assertRefused("inviter-lost-right", () -> answers.accept(dora, withRole.id(), token(withRole)));
    }

    @Test
    void aRevokedOrDeclinedInvitationIsGone() {
        Caller ben = people.somebody("ben");
        NewInvitation revoked = invitations.invite(ana, team, ben.email(), null);
        invitations.revoke(ana, team, revoked.id());
        assertRefused("not-found", () -> answers.accept(ben, revoked.id(), token(revoked)));
        assertRefused("not-found", () -> invitations.revoke(ana, team, revoked.id()));
        NewInvitation declined = invitations.invite(ana, team, ben.email(), null);
        answers.decline(ben, declined.id(), null);
        assertRefused("not-found", () -> answers.accept(ben, declined.id(), token(declined)));
        assertThat(invitations.invite(ana, team, ben.email(), null).id()).isGreaterThan(declined.id());
    }

    @Test
    void anArchivedTeamsInvitationsAreOutOfSight() {
        Caller ben = people.somebody("ben");
        NewInvitation invitation = invitations.invite(ana, team, ben.email(), null);
        teams.archive(ana, team, "Demo Shop");
        assertThat(answers.mine(ben)).isEmpty();
        assertRefused("not-found", () -> answers.accept(ben, invitation.id(), token(invitation)));
    }

    @Test
    void membersAreNotInvitedAgain() {
        Caller ben = people.somebody("ben");
        NewInvitation byLink = invitations.invite(ana, team, "elsewhere@example.org", null);
        join(ben, null);
        assertRefused("already-member", () -> invitations.invite(ana, team, ben.email(), null));
        assertRefused("already-member", () -> answers.accept(ben, byLink.id(), token(byLink)));
        assertThat(invitations.list(ana, team, PageRequest.of(null, null)).items())
                .extracting(Invitation::id)
                .containsExactly(byLink.id());
    }

    private void join(Caller person, Long role) {
        answers.accept(
                person, invitations.invite(ana, team, person.email(), role).id(), null);
    }

    private long role(String name, TeamPage... pages) {
        return roles.create(ana, team, new Roles.Change(name, "#2F9E6E", List.copyOf(Set.of(pages))))
                .id();
    }

    private void expire(long invitation) {
        scope.inTeam(
                team,
                () -> jdbc.sql("update invitation set expires_at = now() - interval '1 second' where id = :id")
                        .param("id", invitation)
                        .update());
    }

    private static String token(NewInvitation invitation) {
        String start = "http://localhost:8080/invitations/" + invitation.id() + "?token=";
        assertThat(invitation.link()).startsWith(start);
        return invitation.link().substring(start.length());
    }

    private static String outcome(Callable<Team> acceptance) throws Exception {
        try {
            acceptance.call();
            return "joined";
        } catch (Rejection refused) {
            return refused.code();
        }
    }

    private static void assertRefused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
