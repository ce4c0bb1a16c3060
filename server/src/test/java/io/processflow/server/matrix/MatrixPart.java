package io.processflow.server.matrix;

/**
 * Says how the values that the rows of one module name, as {@code {teamId}}, come about through the API. Every class under
 * {@code io.processflow.server} that implements it, and has a constructor without parameters, is found by itself.
 */
public interface MatrixPart {

    void define(MatrixWorld world);
}
