package visibuild.spring.docs;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The program of the tutorial's test. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DocsProgram {}
