package io.processflow.bench.contender;

import io.processflow.server.model.Imports;
import io.processflow.server.model.Publishing;
import io.processflow.server.platform.Caller;
import io.processflow.server.team.Roles;
import io.processflow.server.team.TeamPage;
import io.processflow.server.team.Teams;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A team whose members may start everything and work on everything, and its published models.
 *
 * @param roleId the role that does every step
 */
public record Site(long teamId, long roleId, List<Caller> people, Map<Workload, Long> models) {

    private static final int PEOPLE = 32;

    long model(Workload workload) {
        return Objects.requireNonNull(models.get(workload));
    }

    /** Made by the product's own services; only the accounts, which would need passwords, are written as rows. */
    public static Site create(Product product) throws SQLException {
        try (Connection admin = product.cluster().connect(product.database())) {
            List<Caller> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(person(admin, "worker" + i));
            }
            Caller owner = people.getFirst();
            long teamId = product.service(Teams.class)
                    .create(owner, "Benchmark", null)
                    .id();
            long roleId = role(product, owner, teamId, "Workers", List.of(TeamPage.EDITOR, TeamPage.TASKS));
            for (Caller person : people) {
                join(admin, person, teamId, roleId);
            }
            Map<Workload, Long> models = new EnumMap<>(Workload.class);
            for (Workload workload : Workload.values()) {
                models.put(workload, published(product, owner, teamId, roleId, workload));
            }
            return new Site(teamId, roleId, people, models);
        }
    }

    public static long role(Product product, Caller owner, long teamId, String name, List<TeamPage> pages) {
        return product.service(Roles.class)
                .create(owner, teamId, new Roles.Change(name, "#336699", new ArrayList<>(pages)))
                .id();
    }

    /** Makes a person a member with the role; whoever is a member already gets the role besides. */
    public static void join(Connection admin, Caller person, long teamId, long roleId) throws SQLException {
        for (String sql : List.of(
                "insert into profile_team (team_id, profile_id) values (?, ?) on conflict do nothing",
                "insert into statistics (team_id, profile_id) values (?, ?) on conflict do nothing",
                "insert into profile_role_team (team_id, profile_id, role_id) values (?, ?, " + roleId + ")")) {
            try (PreparedStatement insert = admin.prepareStatement(sql)) {
                insert.setLong(1, teamId);
                insert.setObject(2, person.userId());
                insert.executeUpdate();
            }
        }
    }

    private static Caller person(Connection admin, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        String email = name + "@example.org";
        try (PreparedStatement insert =
                admin.prepareStatement("insert into \"user\" (id, email, username) values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, email);
            insert.setString(3, name);
            insert.executeUpdate();
        }
        return new Caller(id, UUID.randomUUID(), email, name, true, Instant.now());
    }

    private static long published(Product product, Caller owner, long teamId, long roleId, Workload workload) {
        byte[] xml = workload.ownXml().getBytes(StandardCharsets.UTF_8);
        long model = product.service(Imports.class)
                .read(owner, teamId, workload.name(), roleId, xml)
                .processModels()
                .getFirst()
                .id();
        product.service(Publishing.class).publish(owner, model, () -> new Publishing.Order(null, "", false));
        return model;
    }
}
