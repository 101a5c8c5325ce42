package visibuild.jcache;

import com.hazelcast.cache.impl.HazelcastServerCachingProvider;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.crypto.spec.SecretKeySpec;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.Answers;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

/**
 * One program of a fleet, in a process of its own. It makes a number of calls for each line that it
 * reads, and answers with a line.
 */
final class FleetMember {
  private FleetMember() {}

  /** Takes Visibuild's URL, and the ports of this member and of the other. */
  public static void main(String[] arguments) throws Exception {
    HazelcastInstance member = member(Integer.parseInt(arguments[1]), arguments[2]);
    CacheManager caches = new HazelcastServerCachingProvider(member).getCacheManager();
    Cache<String, String> cache = cache(caches);
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(arguments[0])
            .credential(
                ClientCredentials.of(
                    FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ))
            .tokenStore(new JCacheTokenStore(cache), new SecretKeySpec(new byte[16], "AES"))
            .build()) {
      Calls calls = visibuild.readAccess().implement(Calls.class);
      System.out.println("ready " + member.getCluster().getMembers().size());
      int line = System.in.read();
      while (line == '\n') {
        for (int i = 0; i < 20; i++) {
          Answers.value(calls.project("p1"));
        }
        System.out.println("done");
        line = System.in.read();
      }
    } finally {
      member.shutdown();
    }
  }

  private static Cache<String, String> cache(CacheManager caches) {
    MutableConfiguration<String, String> configuration =
        new MutableConfiguration<String, String>().setTypes(String.class, String.class);
    Cache<String, String> known = caches.getCache("visibuild", String.class, String.class);
    return known == null ? caches.createCache("visibuild", configuration) : known;
  }

  private static HazelcastInstance member(int port, String otherPort) {
    Config config = new Config();
    config.setClusterName("visibuild-test-" + Math.min(port, Integer.parseInt(otherPort)));
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.setProperty("hazelcast.socket.bind.any", "false");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getMulticastConfig().setEnabled(false);
    join.getAutoDetectionConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + otherPort);
    return Hazelcast.newHazelcastInstance(config);
  }
}
