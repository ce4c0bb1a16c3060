package io.processflow.bpmn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole XML file as it was read.
 *
 * @param standalone what its declaration says of it; null when it says nothing
 * @param before comments and instructions in front of the root
 * @param after those behind it
 */
record XmlDocument(@Nullable Boolean standalone, List<XmlPart> before, XmlElement root, List<XmlPart> after) {}
