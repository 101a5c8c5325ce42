package visibuild.audit.reachability;

import java.util.List;

/** Knows the annotations that no framework takes as a request to create or invoke something. */
final class Annotations {
  private static final List<String> INERT =
      List.of(
          "Ljava/lang/",
          "Ljdk/",
          "Lorg/jspecify/",
          "Lorg/jetbrains/annotations/",
          "Lorg/checkerframework/",
          "Lcom/google/errorprone/annotations/",
          "Ledu/umd/cs/findbugs/annotations/",
          "Ljavax/annotation/Nullable;",
          "Ljavax/annotation/Nonnull;",
          "Ljavax/annotation/CheckForNull;",
          "Ljavax/annotation/ParametersAreNonnullByDefault;",
          "Ljavax/annotation/Generated;",
          "Ljakarta/annotation/Nullable;",
          "Ljakarta/annotation/Nonnull;",
          "Ljakarta/annotation/Generated;",
          "Lkotlin/Metadata;",
          "Lkotlin/jvm/",
          "Llombok/",
          "Lretrofit2/http/",
          "Lvisibuild/VisibuildApi;",
          "Lvisibuild/RequiresScope;",
          "Lvisibuild/DataKey;");

  private Annotations() {}

  static boolean areInert(String descriptor) {
    return INERT.stream().anyMatch(descriptor::startsWith);
  }
}
