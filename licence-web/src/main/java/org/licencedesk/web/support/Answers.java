package org.licencedesk.web.support;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.licencedesk.platform.idempotency.Answer;
import org.licencedesk.web.json.StrictJson;

/** Makes answers out of the JSON records. */
public final class Answers {

    private Answers() {}

    /** @return 200 with the record */
    public static Response ok(Object json) {
        return Response.ok(StrictJson.write(json), MediaType.APPLICATION_JSON).build();
    }

    /** @return 200 with the record and the entity tag of its revision */
    public static Response ok(Object json, long revision) {
        return Response.ok(StrictJson.write(json), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, EntityTags.of(revision))
                .build();
    }

    /** @return the answer 200 to a change, with the entity tag of the revision */
    public static Answer changed(Object json, long revision) {
        return answer(200, Optional.empty(), Optional.of(revision), json, json);
    }

    /** @return the answer 200 to a change of something that has no entity tag */
    public static Answer changed(Object json) {
        return answer(200, Optional.empty(), Optional.empty(), json, json);
    }

    /**
     * @param location the path below the API's base where it is found
     * @param forRepeats the record less its secret
     * @return the answer 201
     */
    public static Answer created(String location, Optional<Long> revision, Object json, Object forRepeats) {
        return answer(201, Optional.of("/api/v1/" + location), revision, json, forRepeats);
    }

    /** @return the answer 201 to the making of something that is found nowhere */
    public static Answer created(Object json) {
        return answer(201, Optional.empty(), Optional.empty(), json, json);
    }

    /**
     * @param forRepeats the record less its secret
     * @return the answer 201 to the making of something that is found nowhere
     */
    public static Answer createdOnce(Object json, Object forRepeats) {
        return answer(201, Optional.empty(), Optional.empty(), json, forRepeats);
    }

    /** @return the answer 204 */
    public static Answer gone() {
        return new Answer(
                204, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Answer answer(
            int status, Optional<String> location, Optional<Long> revision, Object json, Object forRepeats) {
        return new Answer(
                status,
                location,
                revision.map(EntityTags::of),
                Optional.of(StrictJson.write(json)),
                Optional.of(StrictJson.write(forRepeats)),
                Optional.empty());
    }
}
