package org.licencedesk.seats.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.licencedesk.kernel.FoldedText;

/**
 * What somebody looks for: every term that they typed, with white space, commas or semicolons between them, is found at the
 * beginning of a word (R42).
 *
 * @param patterns of the text of a user, one for each term: it matches all of them
 * @param words for each of which everybody who is found has a word; the longest first, at most {@link #MOST_WORDS}
 * @param exact whether who has the one word there is, is found
 */
record SearchTerms(List<String> patterns, List<Word> words, boolean exact) {

    /**
     * A word, or the beginning of words.
     *
     * @param whole whether nothing may follow
     */
    record Word(String text, boolean whole) {

        /** Sorts after every word that begins so: LIKE would end before characters beyond the first plane. */
        private static final String LAST = "\uDBFF\uDFFF";

        /** @return the last word that is meant, if there is one */
        String upTo() {
            return whole ? text : text + LAST;
        }
    }

    /** So many words of a search are compared by how many users have them. */
    static final int MOST_WORDS = 4;

    private static final String BETWEEN = "[\\p{IsWhite_Space},;]+";

    private static final String BETWEEN_SIGNS = "\\p{IsWhite_Space}+";

    /** @return the terms, if the text says what to look for */
    static Optional<SearchTerms> of(String typed) {
        List<FoldedText> terms = folded(typed, BETWEEN);
        if (terms.isEmpty()) {
            terms = folded(typed, BETWEEN_SIGNS);
        }
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        List<Word> words = terms.stream()
                .flatMap(term -> words(term).stream())
                .distinct()
                .sorted(Comparator.comparing((Word word) -> word.text().length())
                        .reversed())
                .limit(MOST_WORDS)
                .toList();
        return Optional.of(new SearchTerms(
                terms.stream().map(term -> "%" + escaped(term.marked()) + "%").toList(), words, isWord(terms)));
    }

    private static List<FoldedText> folded(String typed, String between) {
        return Arrays.stream(typed.split(between, -1))
                .map(term -> FoldedText.of(List.of(term)))
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
    }

    /** All words of a term but the last are whole. */
    private static List<Word> words(FoldedText term) {
        List<String> parts = term.parts();
        List<Word> words = new ArrayList<>();
        IntStream.range(0, parts.size()).forEach(i -> {
            String part = parts.get(i);
            String word = FoldedText.word(part);
            boolean whole = i < parts.size() - 1 || word.length() < part.length();
            words.add(new Word(word, whole && !isCut(word)));
        });
        return words;
    }

    private static boolean isWord(List<FoldedText> terms) {
        List<String> parts = terms.get(0).parts();
        return terms.size() == 1
                && parts.size() == 1
                && FoldedText.word(parts.get(0)).equals(parts.get(0));
    }

    private static boolean isCut(String word) {
        return word.codePointCount(0, word.length()) == FoldedText.LONGEST_WORD;
    }

    /** No character of what was typed stands for others. */
    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
