/** Opens a ticket with a photo: uploads the photo, then opens the ticket. */
@NullMarked
package visibuild.sample.ticket;

import org.jspecify.annotations.NullMarked;
