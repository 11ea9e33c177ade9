package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.record.ledger.LedgerCourse;
import org.licencedesk.record.ledger.LedgerCourse.Point;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Frame;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** The chart of seats over the time that the address names, and the same in words and in a table (R38). */
@Named
@RequestScoped
public class SeatsOverTime {

    private static final String TEXTS = "ledgerText";

    /** Below this, days alone would not tell the ends of the chart apart. */
    private static final Duration DAYS = Duration.ofDays(3);

    @Inject
    private LedgerPage list;

    @Inject
    private LedgerCourse course;

    @Inject
    private TimeSource time;

    @Inject
    private CurrentActor actor;

    @Inject
    private Frame frame;

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    private final Lazy<List<Point>> points = new Lazy<>(this::readPoints);

    private final Lazy<SeatChart> chart = new Lazy<>(() -> new SeatChart(points()));

    /** @return the figures from the first instant to the last, oldest first */
    public List<Point> points() {
        return points.get();
    }

    private List<Point> readPoints() {
        Instant now = time.now();
        Instant from = list.address().range().beginning(now, frame.zone());
        return course.over(actor.tenant(), from, now, actor.get());
    }

    /** @return the shapes of the chart */
    public SeatChart chart() {
        return chart.get();
    }

    /** @return what the chart shows */
    public String summary() {
        IntSummaryStatistics occupied = range(Figures::occupied);
        IntSummaryStatistics maximum = range(Figures::maximum);
        IntSummaryStatistics over = range(Figures::overBy);
        String all = page.text(
                TEXTS,
                "chart.summary",
                beginning(),
                ending(),
                formats.number(occupied.getMin()),
                formats.number(occupied.getMax()),
                formats.number(maximum.getMin()),
                formats.number(maximum.getMax()));
        return over.getMax() > 0 ? all + " " + page.text(TEXTS, "chart.over", formats.number(over.getMax())) : all;
    }

    private IntSummaryStatistics range(ToIntFunction<Figures> value) {
        return points().stream().map(Point::figures).mapToInt(value).summaryStatistics();
    }

    /** @return whether more seats were occupied than the maximum at any time */
    public boolean isOver() {
        return !chart().over().isEmpty();
    }

    /** @return where the chart begins */
    public String beginning() {
        return end(first());
    }

    /** @return what is half way */
    public String middle() {
        return end(first().plus(Duration.between(first(), last()).dividedBy(2)));
    }

    /** @return where the chart ends */
    public String ending() {
        return end(last());
    }

    private String end(Instant at) {
        return Duration.between(first(), last()).compareTo(DAYS) < 0 ? formats.moment(at) : formats.day(at);
    }

    private Instant first() {
        return points().get(0).at();
    }

    private Instant last() {
        return points().get(points().size() - 1).at();
    }

    /** @return the times that the chart can show */
    public ChartRange[] getRanges() {
        return ChartRange.values();
    }

    /** @return {@code true} if that is the time that is shown, as {@code aria-current} takes it */
    public @Nullable String current(ChartRange range) {
        return list.address().range() == range ? "true" : null;
    }
}
