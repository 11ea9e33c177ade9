package org.licencedesk.messages.webhook;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.seats.allowance.Figures;

/**
 * Writes the JSON of a message: {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks has it. Every
 * text that goes in is a word, a number, an identity or a slug, so that nothing has to be escaped; names and mail
 * addresses stay out, which erasing a user could not call back.
 */
final class MessageBody {

    private final StringBuilder json = new StringBuilder(300);

    private MessageBody(MessageKind kind, Instant at, String tenant, long sequence) {
        json.append("{\"type\":\"").append(kind.code());
        json.append("\",\"timestamp\":\"").append(at);
        json.append("\",\"data\":{\"tenant\":\"").append(tenant);
        json.append("\",\"sequence\":").append(sequence);
    }

    /**
     * @param tenant the slug
     * @param sequence the number of the message in the tenant
     */
    static MessageBody of(MessageKind kind, Instant at, String tenant, long sequence) {
        return new MessageBody(kind, at, tenant, sequence);
    }

    /** Adds a member, null where there is no value. */
    MessageBody with(String name, Optional<?> value) {
        json.append(",\"").append(name).append("\":");
        value.ifPresentOrElse(present -> json.append('"').append(word(present)).append('"'), () -> json.append("null"));
        return this;
    }

    /** Adds the figures, and ends it. */
    String with(Figures figures) {
        return json.append(",\"figures\":{\"maximum\":")
                .append(figures.maximum())
                .append(",\"occupied\":")
                .append(figures.occupied())
                .append(",\"available\":")
                .append(figures.available())
                .append(",\"overBy\":")
                .append(figures.overBy())
                .append("}}}")
                .toString();
    }

    private static String word(Object value) {
        String text = value.toString();
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\')) {
            throw new IllegalArgumentException("Not a word: " + text);
        }
        return text;
    }
}
