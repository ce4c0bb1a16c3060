package io.processflow.server.gamification.web;

import io.processflow.server.gamification.Statistics;
import io.processflow.server.gamification.Statistics.OwnStatistics;
import io.processflow.server.platform.Caller;
import io.processflow.server.platform.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Points, level and badges. */
@RestController
@Tag(name = "Statistics")
class StatisticsController {

    private final Statistics statistics;

    StatisticsController(Statistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping(path = "/api/teams/{teamId}/statistics/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @Refuses(404)
    @Operation(summary = "The caller's points, level and badges in a team")
    OwnStatistics own(Caller caller, @PathVariable long teamId) {
        return statistics.own(caller, teamId);
    }
}
