package org.licencedesk.web.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
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
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.request.Preflight;
import org.licencedesk.seats.request.ReductionPreview;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Says in words what the pages of reduction requests show. */
@Named
@RequestScoped
public class RequestsWords {

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

    /** @return what is on the table, or was agreed */
    public String title(ReductionRequest request) {
        return reduction("title", request.standing());
    }

    /** @return the state in words */
    public String state(ReductionRequest request) {
        return say("state." + request.state());
    }

    /** @return the class of the state in the style sheet */
    public String styleOf(ReductionRequest request) {
        return switch (request.state()) {
            case ACCEPTED, APPLIED -> "good";
            case COUNTERED -> "warn";
            case DECLINED, NOT_APPLIED -> "bad";
            case OPEN, WITHDRAWN, SUPERSEDED -> "off";
        };
    }

    /** @return who does what next */
    public String next(ReductionRequest request) {
        return reduction("next." + request.state(), request.standing());
    }

    /** @return what stands in the way of the number, before anything is asked */
    public String preflight(ReductionPreview preview) {
        Preflight ahead = preview.preflight();
        return say("preflight", ahead.inUse(), preview.reduction().maximum(), ahead.mustFree());
    }

    /** @return what stands in the way of what is on the table */
    public String preflight(ReductionRequest request) {
        return request.preflight()
                .map(ahead -> needed(request, ahead) + chosen(ahead))
                .orElse("");
    }

    private String needed(ReductionRequest request, Preflight ahead) {
        return say(
                "preflight.open",
                ahead.inUse(),
                ahead.mustFree(),
                formats.date(request.standing().effectiveOn()));
    }

    private String chosen(Preflight ahead) {
        if (ahead.mustFree() == 0) {
            return "";
        }
        int chosen = ahead.willBeFreed();
        int missing = chosen == 0 ? 0 : Math.max(0, ahead.mustFree() - chosen);
        return " " + say("preflight.open.chosen", chosen, missing).strip();
    }

    /** @return whether licences must still be freed by hand */
    public boolean isInTheWay(ReductionRequest request) {
        return request.preflight()
                .filter(ahead -> ahead.mustFree() > ahead.willBeFreed())
                .isPresent();
    }

    /** @return the dates to choose from */
    public List<SelectItem> renewals(ReductionPreview preview) {
        return preview.renewals().stream()
                .map(date -> new SelectItem(date.toString(), formats.date(date)))
                .toList();
    }

    /** @return how many of those needed are chosen, with a place for the number */
    public String tally(ReductionPreview preview) {
        return say("ask.tally", formats.number(preview.preflight().mustFree()));
    }

    /** @return what the button asks for */
    public String askFor(ReductionPreview preview) {
        return say("ask.do", preview.reduction().maximum());
    }

    /** @return why the candidate seems to need no licence, and since when */
    public String why(Candidate candidate) {
        return say("why." + candidate.why(), formats.day(candidate.since()));
    }

    /** @return the names of those who are to become Inactive on the date */
    public List<String> chosen(ReductionRequest request) {
        return request.deactivate().stream().map(user -> name(request, user)).toList();
    }

    /** @return what the button accepts */
    public String acceptWhat(ReductionRequest request) {
        return reduction("accept", request.standing());
    }

    /** @return what was asked for, and what was offered instead */
    public String numbers(ReductionRequest request) {
        return request.counter()
                .map(counter -> say("numbers.countered", request.asked().maximum(), counter.maximum()))
                .orElseGet(() -> formats.number(request.asked().maximum()));
    }

    /** @return the steps of the request, the first one first */
    public List<Turn> story(ReductionRequest request) {
        List<Turn> story = new ArrayList<>();
        story.add(new Turn(
                who(request, request.requestedBy()),
                formats.moment(request.requestedAt()),
                reduction("story.asked", request.asked()),
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

    /** @return that the account manager was asked */
    String asked(ReductionRequest request) {
        return reduction("toast.asked", request.asked());
    }

    /** @return what the answer came to */
    String answered(ReductionRequest request) {
        return reduction("toast." + request.state(), request.standing());
    }

    /** @return that the request was taken back */
    String withdrawn() {
        return say("toast.withdrawn");
    }

    private String reduction(String key, Reduction reduction) {
        return say(key, reduction.maximum(), formats.date(reduction.effectiveOn()));
    }

    private String when(Optional<Instant> at) {
        return at.map(formats::moment).orElse("");
    }

    private String who(ReductionRequest request, String label) {
        return who.say(names(request).of(label));
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
