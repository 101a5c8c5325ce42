/**
 * Opens a ticket with a photo: the upload, then the ticket. Knows the interfaces and the records.
 */
@NullMarked
package visibuild.sample.ticket;

import org.jspecify.annotations.NullMarked;
