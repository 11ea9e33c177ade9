package org.licencedesk.web.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body that fits its schema, with a text in it that careless code trips over.
 *
 * @param description which kind of text
 * @param pointer where it stands
 * @param text what must come back as it went in
 * @param body the whole body
 */
public record HostileBody(String description, JsonPointer pointer, String text, ObjectNode body) {

    @Override
    public String toString() {
        return pointer + ": " + description;
    }
}
