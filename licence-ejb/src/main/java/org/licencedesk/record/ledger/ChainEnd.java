package org.licencedesk.record.ledger;

/** Where the allowance row says that the ledger ends. */
record ChainEnd(long sequence, byte[] hash) {}
