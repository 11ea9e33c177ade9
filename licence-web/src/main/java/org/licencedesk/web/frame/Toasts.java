package org.licencedesk.web.frame;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What was just done, to be said once: by the answer to the request that did it, or by the page that it leads to. */
@Named
@SessionScoped
public class Toasts implements Serializable {

    /**
     * Something that was done.
     *
     * @param undo what the page offers to undo, or blank
     */
    public record Toast(String text, String undo) implements Serializable {}

    private final List<Toast> waiting = new ArrayList<>();

    /** Says that something was done. */
    public synchronized void say(String text) {
        waiting.add(new Toast(text, ""));
    }

    /**
     * Says that something was done that can be undone.
     *
     * @param undo stands for what was done: the page sends it back to have that undone, and nothing else
     */
    public synchronized void sayUndoable(String text, String undo) {
        waiting.add(new Toast(text, undo));
    }

    /** @return what is to be said now; it is not said again */
    public synchronized List<Toast> take() {
        List<Toast> now = List.copyOf(waiting);
        waiting.clear();
        return now;
    }
}
