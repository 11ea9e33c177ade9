package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of its own, without scripts: it keeps cookies, fills forms in, and shows each redirect. */
final class Visitor {

    private static final Pattern NONCE = Pattern.compile("name=\"primefaces.nonce\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private final URI node;

    Visitor(URI node) {
        this.node = node;
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    /** A form of a page that was opened. */
    record Form(String page, String name, String nonce) {}

    Form open(String page, String form) {
        HttpResponse<String> opened = get(page);
        assertThat(opened.statusCode()).isEqualTo(200);
        return new Form(page, form, nonce(opened.body()));
    }

    HttpResponse<String> submit(Form form, Map<String, String> fields) {
        return post(form.page(), form(form.name(), form.nonce(), fields), Map.of("Origin", node.toString()));
    }

    /** Opens the page, fills its form in, and sends it. */
    HttpResponse<String> submit(String page, String form, Map<String, String> fields) {
        return submit(open(page, form), fields);
    }

    HttpResponse<String> signIn(String system, String userName, String password) {
        return submit("/sign-in", "signIn", Map.of("system", system, "userName", userName, "password", password));
    }

    /** Sends a form as it is given. */
    HttpResponse<String> post(String address, Map<String, String> fields, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(node.resolve(address));
    }

    Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static Map<String, String> form(String form, String nonce, Map<String, String> fields) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put(form, form);
        sent.put("jakarta.faces.ViewState", "stateless");
        sent.put("primefaces.nonce", nonce);
        sent.put(form + ":submit", "");
        fields.forEach((name, value) -> sent.put(form + ":" + name, value));
        return sent;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String nonce(String page) {
        Matcher found = NONCE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
