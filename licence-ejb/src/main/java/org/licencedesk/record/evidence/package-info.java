/**
 * What an auditor asks for: the proof of each increase with the words that were accepted (R29), and whether ledger, users
 * and allowance still say the same (R38).
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.record.evidence;
