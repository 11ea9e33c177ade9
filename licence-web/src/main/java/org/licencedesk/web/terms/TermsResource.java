package org.licencedesk.web.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.PublishedTerms;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.OpenToAll;

/** {@code /terms}. */
@Path("/terms")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TermsResource {

    /** What may be read beside the binding text, by the codes of the languages that the pages speak. */
    private record TranslationsJson(Optional<String> de) {

        static final String GERMAN = "de";

        static TranslationsJson of(PublishedTerms terms) {
            return new TranslationsJson(terms.in(GERMAN));
        }

        Map<String, String> texts() {
            return de.map(text -> Map.of(GERMAN, text)).orElseGet(Map::of);
        }
    }

    private record NewTermsJson(String version, String text, Optional<TranslationsJson> translations) {}

    private record PublishedJson(
            String version, String digest, String text, TranslationsJson translations, String publishedAt) {

        static PublishedJson of(PublishedTerms terms) {
            return new PublishedJson(
                    terms.reference().version(),
                    terms.reference().digest().toString(),
                    terms.text(),
                    TranslationsJson.of(terms),
                    terms.publishedAt().toString());
        }
    }

    @Inject
    private TermsLibrary library;

    @Inject
    private ApiCall call;

    /** @return the terms in force */
    @GET
    @Path("/current")
    @OpenToAll
    public Response current() {
        return Answers.ok(PublishedJson.of(library.current()));
    }

    /** @return the version */
    @GET
    @Path("/{version}")
    @OpenToAll
    public Response version(@PathParam("version") String version) {
        return Answers.ok(PublishedJson.of(library.version(version)));
    }

    /** Publishes a text as a new version. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PUBLISH_TERMS)
    public Response publish(byte[] body) {
        NewTermsJson wanted = StrictJson.read(body, NewTermsJson.class);
        PublishTerms command = new PublishTerms(
                wanted.version(),
                wanted.text(),
                wanted.translations().map(TranslationsJson::texts).orElseGet(Map::of),
                call.actor());
        return call.change(body, () -> {
            PublishedJson published = PublishedJson.of(library.publish(command));
            return Answers.created("terms/" + published.version(), Optional.empty(), published, published);
        });
    }
}
