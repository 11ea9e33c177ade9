package org.licencedesk.web.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names as people have them; eight in a hundred begin with {@link #PREFIX}. */
final class Names {

    /** Three letters with which many user names, display names and mail addresses begin. */
    static final String PREFIX = "mar";

    /** Three letters with which the last names of two in a hundred begin: words that are the second of a display name. */
    static final String SECOND = "smi";

    private static final List<String> FIRST = List.of(
            "Aaron",
            "Abigail",
            "Adrian",
            "Alice",
            "Amelia",
            "Andrew",
            "Angela",
            "Anthony",
            "Beatrice",
            "Benjamin",
            "Brian",
            "Camille",
            "Carlos",
            "Caroline",
            "Charles",
            "Chloe",
            "Daniel",
            "David",
            "Diana",
            "Edward",
            "Elena",
            "Emily",
            "Fatima",
            "Felix",
            "Fiona",
            "George",
            "Grace",
            "Hannah",
            "Henry",
            "Ibrahim",
            "Isabel",
            "Jack",
            "James",
            "Joanna",
            "Julia",
            "Karen",
            "Kevin",
            "Laura",
            "Liam",
            "Lucy",
            "Maria",
            "Mark",
            "Martin",
            "Mary",
            "Nadia",
            "Nicholas",
            "Olivia",
            "Oscar",
            "Patrick",
            "Rachel");

    private static final List<String> LAST = List.of(
            "Adams",
            "Ahmed",
            "Baker",
            "Bennett",
            "Brown",
            "Carter",
            "Clarke",
            "Cooper",
            "Davies",
            "Dubois",
            "Edwards",
            "Evans",
            "Fischer",
            "Foster",
            "Garcia",
            "Green",
            "Hall",
            "Harris",
            "Hughes",
            "Ivanova",
            "Jackson",
            "Johnson",
            "Jones",
            "Kelly",
            "King",
            "Kowalski",
            "Lee",
            "Lewis",
            "Lopez",
            "Martin",
            "Miller",
            "Moore",
            "Morgan",
            "Nguyen",
            "Okafor",
            "Parker",
            "Patel",
            "Quinn",
            "Roberts",
            "Rossi",
            "Schmidt",
            "Scott",
            "Smith",
            "Taylor",
            "Thomas",
            "Turner",
            "Walker",
            "White",
            "Wilson",
            "Young");

    private final Random random;

    Names(long seed) {
        random = new Random(seed);
    }

    String first() {
        return FIRST.get(random.nextInt(FIRST.size()));
    }

    String last() {
        return LAST.get(random.nextInt(LAST.size()));
    }

    static String userName(String first, String last, int number) {
        return (first + "." + last).toLowerCase(Locale.ROOT) + "." + number + "@customer.example";
    }
}
