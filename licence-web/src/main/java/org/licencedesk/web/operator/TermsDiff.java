package org.licencedesk.web.operator;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line, as people read it: all lines of both, in order. */
public final class TermsDiff {

    /** What became of a line. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** One line of one of the texts, or of both. */
    public record Line(Kind kind, String text) {}

    private TermsDiff() {}

    /** @return the lines that were kept, and where there was a change those before it and then those after it */
    static List<Line> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, after.lines().toList()).getDeltas()) {
            add(lines, Kind.KEPT, old.subList(next, delta.getSource().getPosition()));
            add(lines, Kind.REMOVED, delta.getSource().getLines());
            add(lines, Kind.ADDED, delta.getTarget().getLines());
            next = delta.getSource().last() + 1;
        }
        add(lines, Kind.KEPT, old.subList(next, old.size()));
        return lines;
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(kind, text)));
    }
}
