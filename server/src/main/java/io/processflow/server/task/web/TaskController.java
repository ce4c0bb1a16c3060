package io.processflow.server.task.web;

import io.processflow.server.platform.Caller;
import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.Refuses;
import io.processflow.server.platform.Rejection;
import io.processflow.server.task.Completion;
import io.processflow.server.task.Task;
import io.processflow.server.task.TaskFilter;
import io.processflow.server.task.TaskFilter.TaskOrder;
import io.processflow.server.task.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The worklist: see, claim, release and complete tasks. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class TaskController {

    private static final String SEARCH =
            "Open tasks of the caller's roles; those of instances on hold are left out. search finds tasks by words: each must"
                    + " begin a word of the title, or all of them words of the process's name; capitals and punctuation do not"
                    + " matter. A page in the usual order, sort=due, costs the same however many tasks there are; the other orders"
                    + " sort all tasks that match.";

    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Filters and page of a worklist, as query parameters. */
    record Query(
            @Nullable Long processInstanceId,
            @Nullable Long processModelId,
            @Nullable Long roleId,
            @Nullable UUID claimedBy,
            @Nullable Instant due,
            @Nullable String search,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String sort,
            @Nullable Integer limit,
            @Nullable String cursor) {

        TaskFilter filter() {
            return new TaskFilter(processInstanceId, processModelId, roleId, claimedBy, due, search, from, to, order());
        }

        private TaskOrder order() {
            return switch (sort) {
                case "due" -> TaskOrder.DUE;
                case "created" -> TaskOrder.CREATED;
                case "title" -> TaskOrder.TITLE;
                case null -> TaskOrder.DUE;
                default -> throw Rejection.malformed("sort is one of due, created, title.");
            };
        }

        PageRequest page() {
            return PageRequest.of(limit, cursor);
        }
    }

    /** @param data the answer: the form's variable with its value; empty when nothing is asked */
    record Answer(@NotNull Map<String, JsonNode> data) {}

    @GetMapping("/teams/{teamId}/tasks")
    @Refuses(404)
    @Operation(summary = "The caller's open tasks in a team", description = SEARCH)
    Page<Task> worklist(Caller caller, @PathVariable long teamId, @ParameterObject Query query) {
        return tasks.worklist(caller, teamId, query.filter(), query.page());
    }

    @GetMapping("/me/tasks")
    @Operation(summary = "The caller's open tasks in all teams", description = SEARCH)
    Page<Task> everywhere(Caller caller, @ParameterObject Query query) {
        return tasks.everywhere(caller, query.filter(), query.page());
    }

    @GetMapping("/tasks/{taskId}")
    @Refuses(404)
    @Operation(summary = "One task with its form")
    Task get(Caller caller, @PathVariable long taskId) {
        return tasks.get(caller, taskId);
    }

    @PostMapping("/tasks/{taskId}/claim")
    @Refuses({404, 409})
    @Operation(summary = "Claim a task: nobody else can complete it then")
    Task claim(Caller caller, @PathVariable long taskId) {
        return tasks.claim(caller, taskId);
    }

    @PostMapping("/tasks/{taskId}/release")
    @Refuses(404)
    @Operation(summary = "Give a claimed task back to its role")
    Task release(Caller caller, @PathVariable long taskId) {
        return tasks.release(caller, taskId);
    }

    @PostMapping("/tasks/{taskId}/complete")
    @Refuses({404, 409, 422})
    @Operation(summary = "Complete a task; the answer tells the rewards and the next tasks")
    Completion complete(Caller caller, @PathVariable long taskId, @Valid @RequestBody Answer answer) {
        return tasks.complete(caller, taskId, JsonValues.values(answer.data()));
    }
}
