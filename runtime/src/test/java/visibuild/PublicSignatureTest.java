package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.fixture.PublicTypes;

/** Every type that a signature of the public API names is public, and in an exported package. */
@Tag("slow")
class PublicSignatureTest {
  static List<Class<?>> publicTypes() {
    return PublicTypes.all();
  }

  @Test
  void publicTypes_areFound() {
    assertThat(PublicTypes.all())
        .contains(Visibuild.class, Visibuild.Builder.class, TokenEvent.Refreshed.class)
        .hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void signature_namesOnlyPublicExportedTypes(Class<?> type) {
    assertThat(namedIn(type).stream().filter(PublicSignatureTest::isHidden))
        .as("%s", type)
        .isEmpty();
  }

  @Test
  void check_findsAnInternalType() {
    assertThat(isHidden(visibuild.internal.log.LogSink.class)).isTrue();
    assertThat(isHidden(Preconditions.class)).isTrue();
    assertThat(isHidden(Page.class)).isFalse();
  }

  private static boolean isHidden(Class<?> type) {
    if (!type.getName().startsWith("visibuild.")) {
      return false;
    }
    return !Modifier.isPublic(type.getModifiers())
        || !PublicTypes.EXPORTED_PACKAGES.contains(type.getPackageName());
  }

  private static Set<Class<?>> namedIn(Class<?> type) {
    Set<Class<?>> named = new LinkedHashSet<>();
    List<Type> types = new ArrayList<>();
    if (type.getGenericSuperclass() != null) {
      types.add(type.getGenericSuperclass());
    }
    types.addAll(Arrays.asList(type.getGenericInterfaces()));
    types.addAll(Arrays.asList(type.getTypeParameters()));
    Arrays.stream(type.getAnnotations()).forEach(each -> types.add(each.annotationType()));
    Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors())
        .flatMap(Arrays::stream)
        .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
        .forEach(member -> types.addAll(typesOf(member)));
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
        types.add(field.getGenericType());
      }
    }
    types.forEach(each -> collect(each, named, new LinkedHashSet<>()));
    return named;
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static List<Type> typesOf(Executable member) {
    List<Type> types = new ArrayList<>(Arrays.asList(member.getGenericParameterTypes()));
    types.add(member.getAnnotatedReturnType().getType());
    types.addAll(Arrays.asList(member.getGenericExceptionTypes()));
    types.addAll(Arrays.asList(member.getTypeParameters()));
    return types;
  }

  private static void collect(Type type, Set<Class<?>> named, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof Class<?> raw) {
      named.add(raw.isArray() ? raw.getComponentType() : raw);
    } else if (type instanceof ParameterizedType parameterized) {
      collect(parameterized.getRawType(), named, seen);
      Arrays.stream(parameterized.getActualTypeArguments()).forEach(t -> collect(t, named, seen));
    } else if (type instanceof GenericArrayType array) {
      collect(array.getGenericComponentType(), named, seen);
    } else if (type instanceof TypeVariable<?> variable) {
      Arrays.stream(variable.getBounds()).forEach(t -> collect(t, named, seen));
    } else if (type instanceof WildcardType wildcard) {
      Arrays.stream(wildcard.getUpperBounds()).forEach(t -> collect(t, named, seen));
      Arrays.stream(wildcard.getLowerBounds()).forEach(t -> collect(t, named, seen));
    }
  }
}
