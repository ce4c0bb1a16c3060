/** What every module shares: rejections and their problem documents, team scope of the database, paging, JSON, settings. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.processflow.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
