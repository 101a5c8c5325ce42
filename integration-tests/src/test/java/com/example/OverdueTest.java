package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import visibuild.ReadAccess;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

@VisibuildSandboxTest
class OverdueTest {
  @Test
  void countsVisisThatAreDueBeforeToday(VisibuildSandbox sandbox, ReadAccess access) {
    String project = VisibuildReadClient.create(access).projects().list().iterator().next().id();

    assertTrue(Overdue.count(access, project, LocalDate.of(2026, 3, 2)) > 0);
    assertEquals(0, Overdue.count(access, project, LocalDate.of(2000, 1, 1)));
    assertTrue(sandbox.apiRequests().stream().map(ApiRequest::tokenScope).allMatch("read"::equals));
  }
}
