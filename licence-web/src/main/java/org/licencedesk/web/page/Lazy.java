package org.licencedesk.web.page;

import java.io.Serializable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is read when it is first asked for, and again when it was forgotten. It is not kept with a session. */
public final class Lazy<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Reads the value; kept with a session together with its page. */
    public interface Source<T> extends Supplier<T>, Serializable {}

    private final Source<T> source;

    private transient @Nullable T value;

    /** @param source reads the value */
    public Lazy(Source<T> source) {
        this.source = source;
    }

    /** @return the value */
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }

    /** Has it read again by whoever asks next. */
    public void forget() {
        value = null;
    }
}
