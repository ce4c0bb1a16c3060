package io.processflow.server.gamification;

import io.processflow.engine.Standing;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.team.Access;
import io.processflow.server.team.Member;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a person has earned in a team, and the level it makes. */
@Service
public class Statistics {

    private final Access access;
    private final TeamScope scope;
    private final RewardStore store;
    private final GamificationSettings settings;

    Statistics(Access access, TeamScope scope, RewardStore store, GamificationSettings settings) {
        this.access = access;
        this.scope = scope;
        this.store = store;
        this.settings = settings;
    }

    /**
     * A person's own figures.
     *
     * @param level 1 + floor(experience / experiencePerLevel)
     * @param experienceInLevel what was earned since the level began, 0 to experiencePerLevel − 1
     */
    public record OwnStatistics(
            long experience,
            long coins,
            List<String> badges,
            long level,
            long experiencePerLevel,
            long experienceInLevel) {}

    public OwnStatistics own(Caller caller, long teamId) {
        Member member = access.member(caller, teamId);
        return scope.inTeam(teamId, () -> {
            Standing standing = store.standing(teamId, member.userId()).orElse(Standing.NOTHING_YET);
            long perLevel = settings.experiencePerLevel();
            return new OwnStatistics(
                    standing.experience(),
                    standing.coins(),
                    standing.badges().stream().sorted().toList(),
                    1 + standing.experience() / perLevel,
                    perLevel,
                    standing.experience() % perLevel);
        });
    }
}
