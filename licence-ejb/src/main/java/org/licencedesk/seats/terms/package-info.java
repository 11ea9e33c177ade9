/**
 * The terms in force, each version published once and never changed (R29).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.seats.terms;
