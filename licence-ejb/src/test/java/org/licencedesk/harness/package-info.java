/**
 * The rules as they run in production, but without a server: the same beans, entities, migrations and connections, on a
 * MariaDB of the tests' own.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.harness;
