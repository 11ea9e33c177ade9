package org.licencedesk.web.bench;

import java.time.Duration;
import org.licencedesk.web.bench.Requests.Kind;

/**
 * How long one kind of request takes at half of what can be had of it.
 *
 * @param most how many a second there are when everybody asks as fast as they are answered
 * @param timings at half of that, each from when the request fell due
 */
record HalfLoad(String name, double most, Timings timings) {

    /** Looks for the most first, in a third of the time. */
    static HalfLoad measure(Bench bench, Kind kind, Duration time) {
        Load.Workers workers = HttpWorker.of(bench, kind.request());
        double most = Load.run(workers, time.dividedBy(3)).perSecond();
        return new HalfLoad(
                kind.name(),
                most,
                Load.runAt(most / 2, workers, time.multipliedBy(2).dividedBy(3)));
    }
}
