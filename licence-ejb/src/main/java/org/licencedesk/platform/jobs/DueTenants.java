package org.licencedesk.platform.jobs;

import java.util.Optional;

/** Reads the tenants that are due, chunk by chunk (keyset pagination), each in a transaction of its own. */
@FunctionalInterface
public interface DueTenants {

    /**
     * @param after the last one that was read; empty to begin
     * @param most the size of a chunk
     */
    DueChunk read(Optional<Due> after, int most);
}
