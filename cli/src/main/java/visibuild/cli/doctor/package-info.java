/**
 * The command {@code visibuild doctor}: compares the responses of a server with the interfaces and
 * records of {@code visibuild-client}.
 *
 * <p>{@link visibuild.cli.doctor.Doctor} sends the requests, the classes that end in {@code Check}
 * compare one response each, and the classes that end in {@code Report} render the result. Only
 * {@link visibuild.cli.doctor.OkHttpApiServer} handles secrets.
 */
@NullMarked
package visibuild.cli.doctor;

import org.jspecify.annotations.NullMarked;
