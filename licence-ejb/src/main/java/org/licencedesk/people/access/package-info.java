/**
 * How people and systems prove who they are: passwords, one-time sign-in links, tokens, and the brake on guessing.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.people.access;
