package org.licencedesk.record.ledger;

/**
 * What came in through one door.
 *
 * @param usersAdded how many users were added, less those whom the installation itself began with
 * @param increases how many increases were confirmed
 * @param seatsAdded by how many seats all of them together raised the maximum
 */
public record DoorTally(int usersAdded, int increases, int seatsAdded) {}
