package io.processflow.bench.contender;

import io.processflow.bench.measure.Client;
import java.sql.SQLException;
import java.util.List;

/** Something that runs the workloads and whose work can be checked in the database. */
public interface Contender {

    /** As tables name it. */
    String name();

    List<? extends Client> clients(Workload workload, int count) throws Exception;

    /** Where this contender's rows are looked at. */
    Books books();

    /** The rows of a contender. */
    interface Books {

        /** From now on rows count. */
        void open() throws SQLException;

        /**
         * Proves that since opening exactly so many instances were run, all completed, with all their rows.
         *
         * @throws IllegalStateException when they were not: then what was measured is no figure
         */
        void check(Workload workload, long instances) throws SQLException;

        /** Removes all rows of instances. */
        void clear() throws SQLException;
    }
}
