/**
 * What the vendor's people and systems see of the tenants they answer for: who each is, what it holds and what it pays.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.vendor.portfolio;
