package io.processflow.server.runtime;

import org.springframework.jdbc.core.JdbcTemplate;

/** Ids for new rows, taken from the database a block at a time: each number of the sequence stands for itself and those after it. */
final class IdBlock {

    private final JdbcTemplate jdbc;
    private final String sequence;
    private final int size;
    private long next;
    private long end;

    /** @param size what the sequence grows by */
    IdBlock(JdbcTemplate jdbc, String sequence, int size) {
        this.jdbc = jdbc;
        this.sequence = sequence;
        this.size = size;
    }

    synchronized long next() {
        if (next == end) {
            Long first = jdbc.queryForObject("select nextval(?::regclass)", Long.class, sequence);
            if (first == null) {
                throw new IllegalStateException("expected a number of " + sequence);
            }
            next = first;
            end = first + size;
        }
        return next++;
    }
}
