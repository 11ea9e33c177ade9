package org.licencedesk.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Notes each SQL statement on its way to the database. */
public final class Statements implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private final transient List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String inspect(String sql) {
        seen.add(sql.strip().replaceAll("\\s+", " "));
        return sql;
    }

    /** Forgets what it noted. */
    void forget() {
        seen.clear();
    }

    /** @return what it noted since, oldest first */
    List<String> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }
}
