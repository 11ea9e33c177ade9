package org.licencedesk.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.logging.Logger;

/**
 * Stands in for Payara Micro: takes its options, prints what it prints, and answers on its port with the environment
 * that it was given. Its WAR is a text file that says how it is to behave.
 */
public final class FakeMicro {
    private static final String READY = "INFO PayaraMicro Payara Micro 6 (build 42) ready in 10 (ms)";

    private FakeMicro() {}

    public static void main(String... arguments) throws IOException {
        List<String> options = List.of(arguments);
        String behaviour = Files.readString(Path.of(options.get(options.indexOf("--deploy") + 1)));
        int port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/", exchange -> {
            byte[] body = (System.getenv() + "\n" + options).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
            if (exchange.getRequestURI().getPath().equals("/end")) {
                Runtime.getRuntime().halt(7);
            }
        });
        http.start();
        switch (behaviour) {
            case "deploys" -> say("\"Deployed\": [\n {\n }\n]\n" + READY);
            case "fails" ->
                say("Exception\nCaused by: java.lang.IllegalStateException: no seats\n\"Deployed\": [\n]\n" + READY);
            case "ends" -> Runtime.getRuntime().halt(3);
            default -> throw new IllegalArgumentException(behaviour);
        }
    }

    private static void say(String lines) {
        Logger.getLogger("fake").info(lines);
    }

    /** Packs this class as a payara-micro.jar. */
    static Path jar(Path directory) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, FakeMicro.class.getName());
        String name = FakeMicro.class.getName().replace('.', '/') + ".class";
        Path jar = directory.resolve("payara-micro.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(name));
            out.write(FakeMicro.class.getResourceAsStream("/" + name).readAllBytes());
            out.putNextEntry(new JarEntry("MICRO-INF/"));
        }
        return jar;
    }

    /** A WAR that {@code deploys}, {@code fails} to, or {@code ends} the server. */
    static Path war(Path directory, String behaviour) throws IOException {
        return Files.writeString(directory.resolve(behaviour + ".war"), behaviour);
    }
}
