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

    /** Behind the step that runs twice there are others; to one no way leads. */
    public static ProcessGraph splitAndMergeWithLooseNode() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("prepare")
                .info("read")
                .event("thank")
                .automatic("loose")
                .end("end")
                .flow("start", "split", "prepare", "read", "thank", "end")
                .flow("split", "prepare")
                .flow("loose", "end")
                .graph();
    }

    /** One node of every kind that passes a token on. */
    public static ProcessGraph everyKind() {
        return Drawing.process()
                .start()
                .info("read")
                .event("thank")
                .automatic("call")
                .manual("work")
                .gateway("decide", "{x}", "==", 1)
                .challenge("sprint", 5)
                .inside("sprint", "work")
                .end("yes")
                .end("no")
                .flow("start", "read", "thank", "call", "work", "decide", "yes")
                .flow("decide", "no")
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

    public static ProcessGraph splitToOneEnd() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .end("end")
                .flow("start", "split", "a", "end")
                .flow("split", "b", "end")
                .graph();
    }

    public static ProcessGraph splitToTwoEnds() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a")
                .manual("b")
                .end("end a")
                .end("end b")
                .flow("start", "split", "a", "end a")
                .flow("split", "b", "end b")
                .graph();
    }

    public static ProcessGraph emptySplit() {
        return Drawing.process()
                .start()
                .split("split")
                .end("end")
                .flow("start", "split", "end")
                .flow("split", "end")
                .graph();
    }

    /** One branch ends at once; the order of the branches can be turned round. */
    public static ProcessGraph splitWithAShortBranch(boolean shortFirst) {
        Drawing drawing =
                Drawing.process().start().split("split").manual("a").manual("b").end("end");
        drawing.flow("start", "split").flow("a", "b", "end");
        return shortFirst
                ? drawing.flow("split", "end").flow("split", "a").graph()
                : drawing.flow("split", "a").flow("split", "end").graph();
    }

    /** Two steps one after the other, b first, and a third beside them, each writing a variable. */
    public static ProcessGraph writers(String a, String b, String c) {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a", a)
                .automatic("b", b)
                .manual("c", c)
                .join("join")
                .end("end")
                .flow("start", "split", "b", "a", "join", "end")
                .flow("split", "c", "join")
                .graph();
    }

    public static ProcessGraph choiceWithInput(String... inputs) {
        return Drawing.process()
                .start(inputs)
                .gateway("decide", "{x}", "==", 1)
                .manual("a")
                .end("end")
                .flow("start", "decide", "a", "end")
                .flow("decide", "end")
                .graph();
    }

    public static ProcessGraph writtenOnOneWay() {
        return Drawing.process()
                .start("kind")
                .gateway("first", "{kind}", "==", 1)
                .manual("write", "x")
                .info("skip")
                .gateway("ask", 5, "<", "{x}")
                .end("end")
                .end("other")
                .flow("start", "first", "write", "ask", "end")
                .flow("first", "skip", "ask", "other")
                .graph();
    }

    public static ProcessGraph writtenInALoop() {
        return Drawing.process()
                .start()
                .manual("write", "x")
                .gateway("ask", "{x}", "==", 1)
                .end("end")
                .flow("start", "write", "ask", "end")
                .flow("ask", "write")
                .graph();
    }

    public static ProcessGraph writtenInABranch(boolean first, boolean second) {
        return Drawing.process()
                .start()
                .split("split")
                .manual("a", first ? "x" : "y")
                .manual("b", second ? "x" : "z")
                .join("join")
                .gateway("ask", "{x}", "==", 1)
                .end("end")
                .end("other")
                .flow("start", "split", "a", "join", "ask", "end")
                .flow("split", "b", "join")
                .flow("ask", "other")
                .graph();
    }

    public static ProcessGraph writtenBesideTheChoice() {
        return Drawing.process()
                .start()
                .split("split")
                .manual("write", "x")
                .gateway("ask", "{x}", "==", 1)
                .end("end")
                .end("yes")
                .end("no")
                .flow("start", "split", "write", "end")
                .flow("split", "ask", "yes")
                .flow("ask", "no")
                .graph();
    }

    public static ProcessGraph choiceOfReservedNames() {
        return Drawing.process()
                .start()
                .gateway("rich", "{Coins}", ">", "{Experience}")
                .gateway("known", "{secret.key}", "==", "x")
                .end("end")
                .end("other")
                .flow("start", "rich", "known", "end")
                .flow("rich", "end")
                .flow("known", "other")
                .graph();
    }

    public static ProcessGraph withLooseChoice() {
        return Drawing.process()
                .start()
                .gateway("loose", "{x}", "==", 1)
                .end("end")
                .flow("start", "end")
                .flow("loose", "end")
                .graph();
    }
}
