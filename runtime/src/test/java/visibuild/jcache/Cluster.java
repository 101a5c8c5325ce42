package visibuild.jcache;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.cache.impl.HazelcastClientCachingProvider;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/** A Hazelcast of one member on the loopback, and the way to it. */
final class Cluster {
  private static final String NAME = "visibuild";

  private Cluster() {}

  /** Starts the member. */
  static HazelcastInstance start(int port) {
    Config config = new Config();
    config.setClusterName(NAME + port);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.partition.count", "11");
    config.getJetConfig().setEnabled(false);
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    return Hazelcast.newHazelcastInstance(config);
  }

  /**
   * A cache in it, for a program that goes on when the member is gone, and comes back when it does.
   *
   * @param connected runs whenever the member is there again
   */
  static Cache<String, String> connect(int port, Runnable connected) {
    ClientConfig config = new ClientConfig();
    config.setClusterName(NAME + port);
    config.setProperty("hazelcast.logging.type", "none");
    config.getNetworkConfig().addAddress("127.0.0.1:" + port);
    config.getConnectionStrategyConfig().setReconnectMode(ReconnectMode.ASYNC);
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setInitialBackoffMillis(50)
        .setMaxBackoffMillis(200)
        .setClusterConnectTimeoutMillis(-1);
    HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
    client
        .getLifecycleService()
        .addLifecycleListener(
            event -> {
              if (event.getState() == LifecycleState.CLIENT_CONNECTED) {
                connected.run();
              }
            });
    CacheManager caches = new HazelcastClientCachingProvider(client).getCacheManager();
    Cache<String, String> known = caches.getCache(NAME, String.class, String.class);
    MutableConfiguration<String, String> types =
        new MutableConfiguration<String, String>().setTypes(String.class, String.class);
    return known == null ? caches.createCache(NAME, types) : known;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
