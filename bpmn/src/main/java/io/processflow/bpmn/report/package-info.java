/** Imports every file under a folder as the server would, without one, and tells what became of each. */
@org.jspecify.annotations.NullMarked
package io.processflow.bpmn.report;
