package io.processflow.bpmn;

import io.processflow.engine.value.Comparison;
import io.processflow.engine.value.Value;

/** A condition that was understood: comparisons joined by and, or, not. */
sealed interface Expression {

    /** Operands are literals, or a variable as the placeholder that stands for it. */
    record Compare(Value left, Comparison comparison, Value right) implements Expression {}

    record And(Expression first, Expression second) implements Expression {}

    record Or(Expression first, Expression second) implements Expression {}

    record Not(Expression inner) implements Expression {}

    /** How many comparisons it holds. */
    default int size() {
        return switch (this) {
            case Compare ignored -> 1;
            case And(var first, var second) -> first.size() + second.size();
            case Or(var first, var second) -> first.size() + second.size();
            case Not(var inner) -> inner.size();
        };
    }
}
