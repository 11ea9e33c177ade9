package org.licencedesk.web.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.licencedesk.record.ledger.LedgerCourse.Point;
import org.licencedesk.seats.allowance.Figures;

/** The shapes of a chart of seats over time, in a field of 1000 by 300 that is stretched to the place that there is. */
public final class SeatChart {

    /** A time in which more seats were occupied than the maximum, or any other time that stays the same. */
    public record Bar(String x, String y, String width, String height, Point point) {}

    private static final double WIDTH = 1000;

    private static final double HEIGHT = 300;

    private static final int LINES = 4;

    private final List<Point> points;

    private final int step;

    private final int top;

    /** @param points at least one, oldest first */
    SeatChart(List<Point> points) {
        this.points = List.copyOf(points);
        int peak = points.stream()
                .map(Point::figures)
                .mapToInt(figures -> Math.max(figures.occupied(), figures.maximum()))
                .max()
                .orElse(0);
        this.step = round(Math.max(1, (peak + LINES - 1) / LINES));
        this.top = Math.max(1, (peak + step - 1) / step) * step;
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on. */
    private static int round(int number) {
        int ten = 1;
        while (ten * 10L <= number) {
            ten *= 10;
        }
        int unit = ten;
        return IntStream.of(1, 2, 5, 10)
                .map(factor -> factor * unit)
                .filter(rounded -> rounded >= number)
                .findFirst()
                .orElse(number);
    }

    /** @return the numbers at the lines across, the highest first, as far apart as each other */
    public List<Integer> marks() {
        return IntStream.rangeClosed(0, top / step)
                .mapToObj(n -> top - n * step)
                .toList();
    }

    /** @return the heights of the lines across */
    public List<String> lines() {
        return marks().stream().map(mark -> number(y(mark))).toList();
    }

    /** @return the line of the maximum */
    public String maximum() {
        return line(Figures::maximum);
    }

    /** @return the line of the occupied seats */
    public String occupied() {
        return line(Figures::occupied);
    }

    /** @return what lies below the line of the occupied seats */
    public String area() {
        return occupied() + " V" + number(HEIGHT) + " H0 Z";
    }

    /** @return where more seats were occupied than the maximum */
    public List<Bar> over() {
        return bars().stream()
                .filter(bar -> bar.point().figures().overBy() > 0)
                .map(bar -> {
                    Figures figures = bar.point().figures();
                    double upper = y(figures.occupied());
                    return new Bar(
                            bar.x(), number(upper), bar.width(), number(y(figures.maximum()) - upper), bar.point());
                })
                .toList();
    }

    /** @return for each time that stays the same a bar of full height */
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            double from = x(points.get(i).at());
            double width = x(points.get(i + 1).at()) - from;
            bars.add(new Bar(number(from), "0", number(width), number(HEIGHT), points.get(i)));
        }
        return bars;
    }

    private String line(ToIntFunction<Figures> value) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            String y = number(y(value.applyAsInt(point.figures())));
            path.append(path.isEmpty() ? "M0 " + y : " H" + number(x(point.at())) + " V" + y);
        }
        return path.append(" H").append(number(WIDTH)).toString();
    }

    private double x(Instant at) {
        Instant first = points.get(0).at();
        long whole = Duration.between(first, points.get(points.size() - 1).at()).toMillis();
        return whole == 0 ? 0 : WIDTH * Duration.between(first, at).toMillis() / whole;
    }

    private double y(int seats) {
        return HEIGHT - HEIGHT * seats / top;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
