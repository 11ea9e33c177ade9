package org.licencedesk.record.billing;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.seats.allowance.Charge;
import org.licencedesk.seats.allowance.Increase;
import org.licencedesk.seats.pricing.PriceList;

/**
 * What was charged for which seats of a billing period, less what was given back. Seats are counted from 1 to the maximum,
 * so that whoever lowers it takes away the highest ones: a seat that came free of charge goes for nothing, and one that was
 * charged is given back once, what was charged last first.
 */
final class PaidSeats {

    private final PriceList list;

    private final List<Layer> layers;

    private final List<Charge> credits;

    /** What one line charges; no name: the period's own. */
    private record Layer(Optional<UUID> name, int above, int upTo, LocalDate from, Optional<Money> amount) {

        boolean holds(int seat) {
            return above < seat && seat <= upTo;
        }
    }

    /**
     * Seats that one line charged and that nobody got back yet.
     *
     * @param takesBack the acceptance or the charge; empty for the period's own line
     */
    record Part(Optional<UUID> takesBack, int above, int upTo) {

        private Optional<Part> under(Part higher) {
            return takesBack.equals(higher.takesBack) && upTo == higher.above
                    ? Optional.of(new Part(takesBack, above, higher.upTo))
                    : Optional.empty();
        }
    }

    /**
     * @param start the first day of the period
     * @param inAdvance for how many seats its invoice is, 0 where there is none
     * @param increases the increases of the period, oldest first
     * @param charges what else was charged and credited in it, oldest first
     */
    PaidSeats(PriceList list, LocalDate start, int inAdvance, List<Increase> increases, List<Charge> charges) {
        this.list = list;
        Layer period = new Layer(Optional.empty(), 0, inAdvance, start, list.forPeriod(inAdvance, start));
        this.layers = Stream.of(
                        Stream.of(period),
                        increases.stream()
                                .map(increase -> new Layer(
                                        Optional.of(increase.acceptance()),
                                        increase.raisedFrom(),
                                        increase.raisedFrom() + increase.seats(),
                                        increase.from(),
                                        increase.amount(list))),
                        charges.stream()
                                .filter(charge -> charge.kind() != Charge.Kind.CREDIT)
                                .map(charge -> new Layer(
                                        Optional.of(charge.id()),
                                        charge.above(),
                                        charge.upTo(),
                                        charge.from(),
                                        charge.amount())))
                .flatMap(each -> each)
                .sorted(comparing(Layer::from)
                        .thenComparing(layer -> layer.name().orElse(Identifiers.FIRST)))
                .toList();
        this.credits = charges.stream()
                .filter(charge -> charge.kind() == Charge.Kind.CREDIT)
                .toList();
    }

    /** @return the seats above the one number and up to the other that were charged, the highest first */
    List<Part> between(int above, int upTo) {
        List<Part> found = new ArrayList<>();
        int top = upTo;
        for (int limit : limits(above, upTo)) {
            Optional<Part> part = newest(top, limit);
            if (part.isPresent()) {
                Part lowest = part.get();
                Optional<Part> joined = found.isEmpty() ? Optional.empty() : lowest.under(found.get(found.size() - 1));
                joined.ifPresent(one -> found.remove(found.size() - 1));
                found.add(joined.orElse(lowest));
            }
            top = limit;
        }
        return found;
    }

    /**
     * @return what giving back the seats from the day on comes to, below 0: their share of the period, and never more than is
     *     left of what their line charged; empty if no price is known
     */
    Optional<Money> back(Part part, LocalDate day) {
        Optional<Money> share = list.forRestOfPeriod(part.upTo() - part.above(), day);
        return share.flatMap(
                full -> left(part.takesBack()).map(left -> (full.isMoreThan(left) ? left : full).negated()));
    }

    /** A credit without an amount is about to get one, and so is each that came after it. */
    private Optional<Money> left(Optional<UUID> name) {
        Optional<Money> charged = layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow()
                .amount();
        Optional<Money> back = credits.stream()
                .filter(credit -> credit.takesBack().equals(name))
                .flatMap(credit -> credit.amount().stream())
                .reduce(Money::plus);
        return charged.map(amount -> back.map(amount::plus).orElse(amount));
    }

    /** All seats from above the limit up to the top have the same layers and credits. */
    private Optional<Part> newest(int top, int limit) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            if (layer.holds(top) && credits.stream().noneMatch(credit -> isBack(credit, layer, top))) {
                return Optional.of(new Part(layer.name(), limit, top));
            }
        }
        return Optional.empty();
    }

    private static boolean isBack(Charge credit, Layer layer, int seat) {
        return credit.takesBack().equals(layer.name()) && credit.above() < seat && seat <= credit.upTo();
    }

    private Iterable<Integer> limits(int above, int upTo) {
        TreeSet<Integer> limits = new TreeSet<>();
        layers.forEach(layer -> {
            limits.add(layer.above());
            limits.add(layer.upTo());
        });
        credits.forEach(credit -> {
            limits.add(credit.above());
            limits.add(credit.upTo());
        });
        limits.add(above);
        return limits.subSet(above, true, upTo, false).descendingSet();
    }
}
