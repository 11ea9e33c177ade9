/**
 * Runs inside Payara Micro, between its sockets and its worker threads: a request occupies a worker only once all of it has
 * arrived, and has a deadline until then.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.launcher.intake;
