package visibuild.client;

import visibuild.ReadAccess;

/**
 * The documented Visibuild API, to read.
 *
 * <pre>{@code
 * try (Visibuild visibuild = Visibuild.builder()
 *     .region(Region.APAC)
 *     .credential(Credential.fromEnvironment())
 *     .build()) {
 *   VisibuildReadClient api = VisibuildReadClient.create(visibuild.readAccess());
 *   for (Visi visi : api.visis().ofProject(projectId)) {
 *     System.out.println(visi.title());
 *   }
 * }
 * }</pre>
 *
 * <p>An accessor creates the client of its resource at the first call. {@code visibuild.clients()}
 * and the usage report therefore name only the resources that the program uses. Clients are safe
 * for use by several threads. All calls throw the exceptions described at {@link
 * visibuild.VisibuildException}.
 *
 * <p>An interface, so that a test can replace it. A method may be added in a later version.
 *
 * @since 0.1
 */
public interface VisibuildReadClient {
  /** Creates a client that reads. Sends no request. */
  static VisibuildReadClient create(ReadAccess access) {
    return new ReadClient<>(access);
  }

  /** Returns the client for projects, their members and their set-up. */
  ProjectsApi projects();

  /** Returns the client for visis: inspections and issues. */
  VisisApi visis();

  /** Returns the client for locations. */
  LocationsApi locations();

  /** Returns the client for photos and files of projects. */
  ProjectAttachmentsApi projectAttachments();

  /** Returns the client for companies and their users. */
  CompaniesApi companies();

  /** Returns the client for tags. */
  TagsApi tags();

  /** Returns the client for the milestones of companies. */
  MilestonesApi milestones();

  /** Returns the client for tickets, their comments and their files. */
  TicketsApi tickets();

  /** Returns the client for webhook endpoints. */
  WebhooksApi webhooks();

  /** Returns the client for the Reporting API. */
  ReportingApi reporting();
}
