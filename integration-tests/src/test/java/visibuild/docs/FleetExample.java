package visibuild.docs;

import java.util.Base64;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import visibuild.Credential;
import visibuild.Visibuild;
import visibuild.jcache.JCacheTokenStore;

/**
 * A fleet with Hazelcast or Redis: compiled here; the runtime's fleet tests run it on Hazelcast.
 */
final class FleetExample {
  private FleetExample() {}

  static CachingProvider hazelcast() {
    CachingProvider provider =
        Caching.getCachingProvider("com.hazelcast.cache.HazelcastMemberCachingProvider");
    return provider;
  }

  static CachingProvider redis() {
    CachingProvider provider = Caching.getCachingProvider("org.redisson.jcache.JCachingProvider");
    return provider;
  }

  static Visibuild connect(CachingProvider provider, Map<String, String> secretStore) {
    SecretKey key =
        new SecretKeySpec(
            Base64.getDecoder().decode(secretStore.get("visibuild-token-key")), "AES");

    Cache<String, String> cache =
        provider
            .getCacheManager()
            .createCache(
                "visibuild",
                new MutableConfiguration<String, String>().setTypes(String.class, String.class));

    Visibuild visibuild =
        Visibuild.builder()
            .credential(Credential.fromEnvironment())
            .tokenStore(new JCacheTokenStore(cache), key)
            .build();
    return visibuild;
  }
}
