package io.processflow.engine;

import io.processflow.engine.graph.ProcessGraph;

/** Small processes that tests of other packages look at. */
public final class DrawnProcess {

    private DrawnProcess() {}

    public static ProcessGraph splitAndJoin() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .join("join")
                .end("end")
                .flow("start", "split", "a", "join", "end")
                .flow("split", "b", "join")
                .graph();
    }

    public static ProcessGraph splitAndMerge() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .manual("prepare")
                .end("end")
                .flow("start", "split", "a", "prepare", "end")
                .flow("split", "b", "prepare")
                .graph();
    }

    public static ProcessGraph choiceAndJoin() {
        return Drawing.process()
                .start()
                .gateway("decide", "{x}", "==", 1)
                .manual("a")
                .manual("b")
                .join("join")
                .end("end")
                .flow("start", "decide", "a", "join", "end")
                .flow("decide", "b", "join")
                .graph();
    }

    public static ProcessGraph endlessLoop() {
        return Drawing.process()
                .start()
                .manual("a")
                .manual("b")
                .end("end")
                .flow("start", "a", "b", "a")
                .graph();
    }

    public static ProcessGraph withLooseNode() {
        return Drawing.process()
                .start()
                .manual("loose")
                .end("end")
                .flow("start", "end")
                .flow("loose", "end")
                .graph();
    }

    /** Branches side by side, each with some steps: the states multiply. */
    public static ProcessGraph manyBranches(int branches, int steps) {
        Drawing drawing = Drawing.process().start().end("end");
        String from = "start";
        for (int b = 0; b < branches; b++) {
            drawing.split("split" + b).flow(from, "split" + b);
            String before = "split" + b;
            for (int s = 0; s < steps; s++) {
                String step = "step" + b + "." + s;
                drawing.manual(step).flow(before, step);
                before = step;
            }
            drawing.flow(before, "end");
            from = "split" + b;
        }
        return drawing.flow(from, "end").graph();
    }
}
