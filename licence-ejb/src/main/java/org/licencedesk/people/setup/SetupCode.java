package org.licencedesk.people.setup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Arrays;
import org.licencedesk.kernel.Secret;

/** A code that opens the installation once, as stored: its digest only. Each node may have made one. */
@Entity
class SetupCode {

    @Id
    private byte[] digest;

    protected SetupCode() {}

    boolean isOf(Secret code) {
        return Arrays.equals(digest, code.digest());
    }
}
