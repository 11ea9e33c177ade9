package org.licencedesk.web.history;

import java.util.List;
import java.util.Map;

/**
 * What the tables say when everything has ended.
 *
 * @param statuses everybody who ever was, by identity, and their status, blank for the deleted
 * @param names everybody who ever was, by identity, and their user name
 * @param increases from and to which maximum there is proof of an increase, in their order
 */
record Tables(
        Figures figures,
        long lastSequence,
        String lastHash,
        Map<String, String> statuses,
        Map<String, String> names,
        List<Increase> increases) {

    /** From which maximum to which. */
    record Increase(int from, int to) {}
}
