/** Where the data is: an embedded PostgreSQL by default, any other PostgreSQL by its address. */
@NullMarked
package io.processflow.server.platform.database;

import org.jspecify.annotations.NullMarked;
