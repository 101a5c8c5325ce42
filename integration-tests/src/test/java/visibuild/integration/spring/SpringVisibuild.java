package visibuild.integration.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.filter.DelegatingFilterProxy;

/** The servers, running: authorization server and API on one free port of the loopback. */
final class SpringVisibuild implements AutoCloseable {
  private static final String TYPE = "Bearer ";

  private final Tomcat tomcat = new Tomcat();
  private final List<String> tokenScopes = new CopyOnWriteArrayList<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AnnotationConfigWebApplicationContext spring =
      new AnnotationConfigWebApplicationContext();

  private volatile String lastToken = "none";

  /** A call that passed Spring's checks, and what the token that it carried allows. */
  record Call(String method, Set<String> scopes) {}

  SpringVisibuild(Path folder) throws LifecycleException {
    tomcat.setBaseDir(folder.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context web = tomcat.addContext("", folder.toString());
    spring.register(SecuritySettings.class);
    spring.setServletContext(web.getServletContext());
    spring.refresh();
    filter(web, "forms", new CharacterEncodingFilter("UTF-8", true));
    filter(web, "tokens", this::hearTokenRequest);
    filter(web, "spring", new DelegatingFilterProxy("springSecurityFilterChain", spring));
    filter(web, "calls", this::hearCall);
    // Every path needs a servlet: without one Tomcat responds 404 and calls no filter.
    Tomcat.addServlet(web, "tickets", new TicketServlet()).addMapping("/");
    tomcat.start();
  }

  String origin() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
  }

  /** The {@code scope} parameters of the token requests so far. */
  List<String> tokenScopes() {
    return List.copyOf(tokenScopes);
  }

  /** The calls of the API so far. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Gives a client another secret. */
  void rotate(String id, String secret) {
    RegisteredClientRepository clients = spring.getBean(RegisteredClientRepository.class);
    RegisteredClient client = Objects.requireNonNull(clients.findByClientId(id));
    clients.save(RegisteredClient.from(client).clientSecret("{noop}" + secret).build());
  }

  /** The token of the last call that passed Spring's checks. */
  String lastToken() {
    return lastToken;
  }

  void forgetCalls() {
    tokenScopes.clear();
    calls.clear();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private void hearTokenRequest(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    if (((HttpServletRequest) request).getRequestURI().equals("/oauth/token")) {
      tokenScopes.add(String.valueOf(request.getParameter("scope")));
    }
    next.doFilter(request, response);
  }

  private void hearCall(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    Set<String> scopes =
        caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority.startsWith("SCOPE_"))
            .map(authority -> authority.substring("SCOPE_".length()))
            .collect(Collectors.toSet());
    lastToken = ((HttpServletRequest) request).getHeader("Authorization").substring(TYPE.length());
    calls.add(new Call(((HttpServletRequest) request).getMethod(), scopes));
    next.doFilter(request, response);
  }

  private static void filter(Context web, String name, Filter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    web.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(name);
    map.addURLPattern("/*");
    web.addFilterMap(map);
  }
}
