package io.processflow.server.gamification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.processflow.engine.Event;
import io.processflow.engine.Standing;
import io.processflow.engine.graph.RewardRule.PointKind;
import io.processflow.engine.graph.RewardRule.PointMethod;
import io.processflow.server.FreshDatabase;
import io.processflow.server.SampleTeams;
import io.processflow.server.platform.RoundTrip;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class RewardStoreTest {

    private JdbcClient db;
    private JdbcTemplate jdbc;
    private RewardStore store;
    private SampleTeams.Rows team;

    @BeforeEach
    void teamWithAMember() {
        FreshDatabase database = FreshDatabase.migrated();
        db = database.jdbc();
        jdbc = new JdbcTemplate(database.dataSource());
        store = new RewardStore(db, JsonMapper.shared());
        team = new SampleTeams(db).team("ana");
        db.sql("delete from reward").update();
    }

    @Test
    void pointsAreAddedAndTakenAway() {
        grant(points("first", PointMethod.incrementBy, 20));
        grant(points("second", PointMethod.decrementBy, -5));
        assertThat(standing(team.person())).isEqualTo(new Standing(15, 0, Set.of()));
    }

    @Test
    void theRewardsOfOneGroupOfCommandsAreSummed() {
        UUID other = new SampleTeams(db).person("boris");
        store.open(team.team(), other);
        grant(
                points("first", PointMethod.incrementBy, 20),
                points("second", PointMethod.incrementBy, 2),
                new Event.BadgeGranted(1, "first", other, "Explorer"),
                new Event.PointsGranted(1, "third", other, PointKind.Coins, PointMethod.incrementBy, 3, 3));
        assertThat(standing(team.person())).isEqualTo(new Standing(22, 0, Set.of()));
        assertThat(standing(other)).isEqualTo(new Standing(0, 3, Set.of("Explorer")));
        assertThat(db.sql("select count(*) from reward").query(Integer.class).single())
                .isEqualTo(4);
    }

    @Test
    void whoHasNoTotalYetGetsOne() {
        db.sql("delete from statistics").update();
        grant(points("first", PointMethod.incrementBy, 20));
        assertThat(standing(team.person())).isEqualTo(new Standing(20, 0, Set.of()));
    }

    @Test
    void oneCauseRewardsOnce() {
        grant(points("first", PointMethod.incrementBy, 20));
        assertThatThrownBy(() -> grant(points("first", PointMethod.incrementBy, 20)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void grant(Event... granted) {
        Grants grants = new Grants();
        for (Event event : List.of(granted)) {
            switch (event) {
                case Event.PointsGranted points -> grants.add(team.team(), cause(), points);
                case Event.BadgeGranted badge -> grants.add(team.team(), cause(), badge);
                default -> throw new IllegalArgumentException("expected a grant, but it is " + event);
            }
        }
        RoundTrip trip = new RoundTrip();
        store.write(grants, account -> false, trip);
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            trip.send(connection);
            return true;
        });
    }

    private Grants.Cause cause() {
        return new Grants.Cause(team.id("process_instance"), 1, team.id("flow_element_instance"));
    }

    private Event points(String rule, PointMethod method, long applied) {
        return new Event.PointsGranted(
                1, rule, team.person(), PointKind.Experience, method, Math.abs(applied), applied);
    }

    private Standing standing(UUID person) {
        return store.standing(team.team(), person).orElseThrow();
    }
}
