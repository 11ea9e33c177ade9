package org.licencedesk.people.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.people.access.OperatorAccess;
import org.licencedesk.platform.Settings;
import org.licencedesk.seats.tenant.Tenants;

/**
 * Gives an installation without an operator its setup code (R28): the one that it is handed by its settings, else, as long
 * as there is no tenant either, a random one in a file that only the server's user can read, and that the log names.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "DemoData"})
public class SetupCodeIssue {

    private static final Logger LOG = System.getLogger(SetupCodeIssue.class.getName());

    @Inject
    private Tenants tenants;

    @Inject
    private OperatorAccess operators;

    @Inject
    private SetupCodes codes;

    @Inject
    private TimeSource time;

    /** Runs at each start. */
    @PostConstruct
    void issue() {
        if (!operators.isUnclaimed()) {
            return;
        }
        Optional<Secret> given = Settings.ofProcess().find("licence.setup.code").map(Secret::new);
        Optional<Secret> code = tenants.isEmpty() ? given.or(() -> Optional.of(written())) : given;
        code.ifPresent(made -> codes.add(made, time.now()));
    }

    private static Secret written() {
        Secret code = Secret.create();
        try {
            Path file = Files.createTempFile("licence-setup-code-", ".txt", ownerOnly());
            Files.writeString(file, code.text() + "\n");
            LOG.log(Level.INFO, "There is no operator yet: the code for /setup is in " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("The setup code cannot be written", e);
        }
        return code;
    }

    /** Where there are no such permissions, temporary files are made for their owner alone anyway. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
