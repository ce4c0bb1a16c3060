package io.processflow.bpmn;

import java.util.function.Predicate;

/** Rewrites a net of what is drawn to one of what the engine can do. */
final class Rules {

    private Rules() {}

    /**
     * In the order in which each rule relies on those before it.
     *
     * @param isAutomatic whether a server does a step
     */
    static void apply(Net net, Predicate<Knot> isAutomatic) {
        FlowRules flows = new FlowRules(net);
        EventRules events = new EventRules(net);
        Choices choices = new Choices(net, new Variables(isAutomatic));
        flows.loops();
        events.apply();
        NetBuilder.leave(net);
        flows.implicitGateways();
        flows.starts();
        flows.ends();
        new InclusiveRule(net, choices).apply();
        choices.apply();
        flows.trivialGateways();
        events.terminates();
    }
}
