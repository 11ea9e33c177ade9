package org.licencedesk.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.licencedesk.harness.Desk;
import org.licencedesk.platform.jobs.Job;
import org.licencedesk.platform.jobs.Jobs;

/** An outbox whose other side answers as a test says. */
class Parcels extends Outbox<Parcel, Parcels.Answer> {

    record Answer(Result result) implements Outcome {}

    /** The numbers of what was sent, in order. */
    final List<Integer> sent = new CopyOnWriteArrayList<>();

    Function<Integer, Outcome.Result> otherSide = number -> Outcome.Result.DELIVERED;

    int unreadable;

    @SuppressWarnings("UnnecessaryAssignment") // no framework makes it
    Parcels(Desk desk) {
        super(Job.WEBHOOKS, Parcel.class, "number");
        queue = desk.bean(OutboxQueue.class);
        jobs = desk.bean(Jobs.class);
        time = desk.clock();
    }

    @Override
    protected Supplier<Answer> prepare(Parcel parcel, Instant now) {
        if (parcel.number() == unreadable) {
            throw new IllegalStateException("Of a later version");
        }
        return () -> {
            sent.add(parcel.number());
            return new Answer(otherSide.apply(parcel.number()));
        };
    }

    @Override
    protected void noted(Parcel parcel, Answer answer, Instant now) {}
}
