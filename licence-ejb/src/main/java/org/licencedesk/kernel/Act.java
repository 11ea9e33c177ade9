package org.licencedesk.kernel;

import java.time.Instant;

/**
 * Who does something, by which way, and when.
 *
 * @param at read from the clock once, under the lock of what is changed
 */
public record Act(Actor actor, Door door, Instant at) {}
