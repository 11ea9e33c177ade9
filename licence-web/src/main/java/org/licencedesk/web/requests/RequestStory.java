package org.licencedesk.web.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.UserId;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.people.access.Names;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Tells how a reduction request went, step by step. */
@Named
@RequestScoped
public class RequestStory {

    private static final String TEXTS = "requestsText";

    /**
     * One step of a request.
     *
     * @param who who took it, or blank where nobody in particular did
     * @param when when, or blank where that is not known
     * @param what what was done
     * @param words what they had to say, or blank
     */
    public record Turn(String who, String when, String what, String words) {}

    @Inject
    private ActorNames actorNames;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats formats;

    @Inject
    private Who who;

    @Inject
    private PageContext page;

    private final Map<RequestId, Names> names = new HashMap<>();

    /** @return the names of those who are to become Inactive on the date */
    public List<String> chosen(ReductionRequest request) {
        return request.deactivate().stream().map(user -> name(request, user)).toList();
    }

    /** @return the steps of the request, the first one first */
    public List<Turn> of(ReductionRequest request) {
        List<Turn> story = new ArrayList<>();
        story.add(new Turn(
                who(request, request.requestedBy()),
                formats.moment(request.requestedAt()),
                reduction(request.isProposal() ? "story.proposed" : "story.asked", request.asked()),
                request.reason().text()));
        request.decidedBy()
                .ifPresent(manager -> story.add(new Turn(
                        who(request, manager),
                        when(request.decidedAt()),
                        decision(request),
                        request.message().orElse(""))));
        if (request.counter().isPresent() && isAgreed(request.state())) {
            story.add(new Turn("", "", say("story.accepted"), ""));
        }
        ending(request).ifPresent(what -> story.add(new Turn("", when(request.endedAt()), what, "")));
        return story;
    }

    private String decision(ReductionRequest request) {
        return request.counter()
                .map(counter -> reduction("story.countered", counter))
                .orElseGet(() -> say(request.state() == RequestState.DECLINED ? "story.declined" : "story.agreed"));
    }

    private static boolean isAgreed(RequestState state) {
        return switch (state) {
            case ACCEPTED, SUPERSEDED, APPLIED, NOT_APPLIED -> true;
            case OPEN, COUNTERED, DECLINED, WITHDRAWN -> false;
        };
    }

    private Optional<String> ending(ReductionRequest request) {
        return switch (request.state()) {
            case OPEN, COUNTERED, ACCEPTED -> Optional.empty();
            case DECLINED -> request.counter().map(counter -> say("story.offerDeclined"));
            case WITHDRAWN, SUPERSEDED -> Optional.of(say("story." + request.state()));
            case APPLIED, NOT_APPLIED -> request.outcome().map(after -> outcome(request, after));
        };
    }

    private String outcome(ReductionRequest request, Figures after) {
        String kept = request.kept()
                .map(user -> " " + say("story.kept", name(request, user)))
                .orElse("");
        return say("story." + request.state(), after.maximum(), after.occupied()) + kept;
    }

    private String reduction(String key, Reduction reduction) {
        return say(key, reduction.maximum(), formats.date(reduction.effectiveOn()));
    }

    private String when(Optional<Instant> at) {
        return at.map(formats::moment).orElse("");
    }

    private String who(ReductionRequest request, String label) {
        return who.say("frameText", names(request).of(label));
    }

    private String name(ReductionRequest request, UserId user) {
        return names(request).of(user).orElseGet(() -> say("erased"));
    }

    private Names names(ReductionRequest request) {
        return names.computeIfAbsent(
                request.id(),
                id -> actorNames.of(
                        request.tenant(),
                        Stream.concat(Stream.of(request.requestedBy()), request.decidedBy().stream())
                                .collect(Collectors.toSet()),
                        Stream.concat(request.deactivate().stream(), request.kept().stream())
                                .collect(Collectors.toSet()),
                        actor.get()));
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
