package io.processflow.server.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.server.ServerTest;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.TeamScope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second net by itself: queries that forget their team condition. */
@ServerTest
class TeamIsolationTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TeamScope scope;

    @Autowired
    private Teams teams;

    @Autowired
    private Invitations invitations;

    private Caller ana;
    private long own;
    private long foreign;

    @BeforeEach
    void twoTeams() {
        People people = new People(jdbc);
        ana = people.somebody("ana");
        own = teams.create(ana, "Own team", null).id();
        invitations.invite(ana, own, "guest@example.org", null);
        Caller eve = people.somebody("eve");
        foreign = teams.create(eve, "Foreign team", null).id();
        invitations.invite(eve, foreign, "guest@example.org", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "profile_team", "profile_role_team", "invitation"})
    void aQueryWithoutItsTeamConditionSeesNothingForeign(String table) {
        String everyTeam = "select distinct team_id from " + table;
        assertThat(scope.inTeam(own, () -> teamIds(everyTeam))).containsExactly(own);
        assertThat(scope.inTeams(List.of(own, foreign), () -> teamIds(everyTeam)))
                .containsExactlyInAnyOrder(own, foreign);
        assertThat(scope.outsideTeams(() -> teamIds(everyTeam))).isEmpty();
    }

    @Test
    void theTeamsThemselvesAreOutOfSightToo() {
        assertThat(scope.inTeam(own, () -> teamIds("select id from team"))).containsExactly(own);
        assertThat(scope.outsideTeams(() -> teamIds("select id from team"))).isEmpty();
        assertThat(scope.outsideTeams(() -> {
                    scope.actFor(ana.userId(), ana.email());
                    return teamIds("select team_id from profile_team");
                }))
                .containsExactly(own);
    }

    @Test
    void nothingCanBeWrittenIntoAForeignTeam() {
        assertThatThrownBy(() -> scope.inTeam(
                        own, () -> jdbc.sql("""
                        insert into role (team_id, name, color) values (:team, 'Spy', '#000000')""").param("team", foreign).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(scope.inTeam(
                        own,
                        () -> jdbc.sql("update role set color = '#000000' where team_id = :team")
                                .param("team", foreign)
                                .update()))
                .isZero();
        assertThat(scope.inTeam(
                        own,
                        () -> jdbc.sql("delete from profile_team where team_id = :team")
                                .param("team", foreign)
                                .update()))
                .isZero();
    }

    private List<Long> teamIds(String sql) {
        return jdbc.sql(sql).query(Long.class).list();
    }
}
