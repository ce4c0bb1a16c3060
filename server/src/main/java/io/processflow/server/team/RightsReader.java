package io.processflow.server.team;

import io.processflow.server.platform.Db;
import io.processflow.server.platform.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what several people may do, beside whatever else a round trip asks for; the transaction must see all teams. As
 * {@link Access} has it: archived teams give no rights.
 */
public final class RightsReader {

    private record Key(UUID person, long teamId) {}

    private static final class Gathered {
        final Set<TeamPage> pages = EnumSet.noneOf(TeamPage.class);
        final List<RoleTag> roles = new ArrayList<>();
    }

    private final Map<Key, Gathered> found = new HashMap<>();
    private final Map<Long, String> teamVersions = new HashMap<>();

    public RightsReader(RoundTrip trip, Collection<UUID> people) {
        if (!people.isEmpty()) {
            trip.query("""
                    select m.profile_id, m.team_id, r.id, r.name, r.color, (r.pages -> 'allowed_pages')::text as pages,
                           t.xmin::text as team_xmin
                      from profile_team m
                      join team t on t.id = m.team_id and t.archived_at is null
                      left join profile_role_team a on a.team_id = m.team_id and a.profile_id = m.profile_id
                      left join role r on r.id = a.role_id and r.team_id = a.team_id
                     where m.profile_id = any(?)
                     order by r.id""", this::take, (Object) people.toArray(UUID[]::new));
        }
    }

    private void take(ResultSet row) throws SQLException {
        Gathered gathered =
                found.computeIfAbsent(new Key(row.getObject(1, UUID.class), row.getLong(2)), key -> new Gathered());
        teamVersions.put(row.getLong(2), row.getString(7));
        String name = row.getString(4);
        if (name != null) {
            gathered.roles.add(new RoleTag(row.getLong(3), name, row.getString(5)));
            Db.texts(row.getString(6)).forEach(page -> gathered.pages.add(TeamPage.of(page)));
        }
    }

    /** Null for who is no member of the team; to be asked after the round trip. */
    public @Nullable TeamRights of(UUID person, long teamId) {
        Gathered gathered = found.get(new Key(person, teamId));
        if (gathered == null) {
            return null;
        }
        Set<Long> roleIds = gathered.roles.stream().map(RoleTag::id).collect(Collectors.toUnmodifiableSet());
        boolean owner = gathered.roles.stream().anyMatch(role -> role.name().equals("owner"));
        return new TeamRights(
                new Member(person, teamId, Set.copyOf(gathered.pages), roleIds, owner), List.copyOf(gathered.roles));
    }

    /** Which transaction wrote the row of the team last, as these rights were read; null when they say nothing of the team. */
    public @Nullable String teamVersion(long teamId) {
        return teamVersions.get(teamId);
    }
}
