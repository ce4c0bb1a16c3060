/** Accounts over HTTP, and who may reach which address at all. */
@NullMarked
package io.processflow.server.account.web;

import org.jspecify.annotations.NullMarked;
