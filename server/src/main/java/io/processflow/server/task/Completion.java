package io.processflow.server.task;

import java.util.List;

/** What completing a task brought: rewards, and the instance's next tasks for the same person. */
public record Completion(List<Earned> rewards, List<Task> tasks, String instanceStatus) {}
