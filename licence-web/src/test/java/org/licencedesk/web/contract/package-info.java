/**
 * The HTTP contract as a source of tests: what the OpenAPI document says, and what breaks it.
 * Generated from the document so that a new operation cannot escape.
 */
@NullMarked
package org.licencedesk.web.contract;

import org.jspecify.annotations.NullMarked;
