package io.processflow.server.task;

import io.processflow.server.platform.JsonValues;
import io.processflow.server.platform.Page;
import io.processflow.server.platform.PageRequest;
import io.processflow.server.platform.TeamScope;
import io.processflow.server.task.TaskFilter.TaskOrder;
import io.processflow.server.team.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pages of open tasks. What many tasks match is soon found by walking through them in order; what few match is found by an
 * index of its own. Which it is shows after looking at the first tasks.
 */
@Component
class Worklist {

    /** Tasks looked at before another way is tried. */
    private static final int FIRST = 1_000;
    /** If so many of the first match, a full page is likely to be found among these. */
    private static final int COMMON = 5;

    private static final int NEXT = 20_000;
    private static final int ALL = 0;
    /** More candidates than these are not few: walking is the shorter way. */
    private static final int FEW = 50_000;

    private final TeamScope scope;
    private final WorklistStore store;
    private final TaskSearchStore search;
    private final TaskStore tasks;

    Worklist(TeamScope scope, WorklistStore store, TaskSearchStore search, TaskStore tasks) {
        this.scope = scope;
        this.store = store;
        this.search = search;
        this.tasks = tasks;
    }

    Page<Task> page(List<Member> members, TaskFilter filter, PageRequest page) {
        List<Long> teams = members.stream().map(Member::teamId).toList();
        HeldRoles held = HeldRoles.of(members, filter.roleId());
        return scope.inTeams(teams, () -> {
            Words words =
                    filter.search() == null ? Words.NONE : search.words(JsonValues.storable(filter.search()), teams);
            List<Long> ids = ids(new Question(teams, held, filter, words, page));
            return Page.of(tasks.inOrder(ids), page, row -> TaskStore.cursor(filter.order(), row), TaskRow::shown);
        });
    }

    private record Question(List<Long> teams, HeldRoles held, TaskFilter filter, Words words, PageRequest page) {

        boolean isNarrow() {
            return filter.processInstanceId() != null || filter.claimedBy() != null;
        }

        boolean maybeNarrow() {
            return words.any() || filter.processModelId() != null;
        }
    }

    private List<Long> ids(Question question) {
        if (question.held().all().isEmpty()) {
            return List.of();
        }
        List<Long> first = firstOf(question);
        if (first.size() == question.page().fetch()) {
            return first;
        }
        return candidates(question)
                .map(few -> store.among(few, question.held(), question.filter(), question.words(), question.page()))
                .orElseGet(() -> walked(question, ALL));
    }

    /** What the first tasks give where that may be a full page; none where another way is the shorter one from the start. */
    private List<Long> firstOf(Question question) {
        if (!question.maybeNarrow() || question.isNarrow() || question.filter().order() != TaskOrder.DUE) {
            return List.of();
        }
        List<Long> first = walked(question, FIRST);
        boolean goOn = first.size() >= COMMON && first.size() < question.page().fetch();
        return goOn ? walked(question, NEXT) : first;
    }

    private List<Long> walked(Question question, int walk) {
        int ofEach =
                walk == ALL ? ALL : Math.max(1, walk / question.held().all().size());
        return store.ofRoles(question.held(), question.filter(), question.words(), question.page(), ofEach);
    }

    /** All tasks that can match; empty when they are not few or nothing narrows them. */
    private Optional<List<Long>> candidates(Question question) {
        TaskFilter filter = question.filter();
        if (filter.processInstanceId() != null) {
            return Optional.of(search.ofInstance(filter.processInstanceId()));
        }
        if (filter.claimedBy() != null) {
            return few(search.claimedBy(question.teams(), filter.claimedBy(), FEW + 1));
        }
        String words = question.words().query(question.held());
        if (words != null) {
            List<Long> found = new ArrayList<>(scope.searching(() -> search.withWords(words, FEW + 1)));
            if (found.size() <= FEW && !question.words().models().isEmpty()) {
                found.addAll(search.ofModels(question.teams(), question.words().models(), FEW + 1 - found.size()));
            }
            return few(found);
        }
        return filter.processModelId() == null
                ? Optional.empty()
                : few(search.ofModels(question.teams(), List.of(filter.processModelId()), FEW + 1));
    }

    private static Optional<List<Long>> few(List<Long> found) {
        return found.size() > FEW ? Optional.empty() : Optional.of(found);
    }
}
