package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape.Kind;

/**
 * The contract between both halves of a client for one method: the name of Retrofit's method, and
 * its parameters beyond those of the annotated method.
 *
 * @param name its name in {@code Calls}
 * @param cursor the two parameters that choose a page, empty unless the return type is paged
 */
record CallsMethodPlan(ApiMethod method, String name, List<ParameterSpec> cursor) {
  private static final ClassName INTEGER = ClassName.get(Integer.class);
  private static final ClassName STRING = ClassName.get(String.class);

  /**
   * Plans all methods of an interface, in order.
   *
   * @param seesNullable whether JSpecify's {@code Nullable} can be used
   */
  static List<CallsMethodPlan> of(List<ApiMethod> methods, boolean seesNullable) {
    List<CallsMethodPlan> planned = new ArrayList<>();
    for (ApiMethod method : methods) {
      planned.add(of(method, seesNullable));
    }
    List<CallsMethodPlan> renamed = new ArrayList<>();
    for (CallsMethodPlan method : planned) {
      renamed.add(method.renamedIfTaken(planned));
    }
    return renamed;
  }

  private static CallsMethodPlan of(ApiMethod method, boolean seesNullable) {
    if (method.returnShape().kind() != Kind.PAGED) {
      return new CallsMethodPlan(method, method.name(), List.of());
    }
    Set<String> taken = new HashSet<>();
    for (Parameter parameter : method.parameters()) {
      taken.add(parameter.name());
    }
    return new CallsMethodPlan(
        method,
        method.name(),
        List.of(
            query("pageSize", INTEGER, taken, seesNullable),
            query("next", STRING, taken, seesNullable)));
  }

  /** With other parameters this method could be equal to an overload that the user wrote. */
  private CallsMethodPlan renamedIfTaken(List<CallsMethodPlan> all) {
    if (!isChanged()) {
      return this;
    }
    boolean taken = false;
    Set<String> names = new HashSet<>();
    for (CallsMethodPlan other : all) {
      taken |= !other.isChanged() && other.name.equals(name) && other.arity() == arity();
      names.add(other.name);
    }
    return taken ? new CallsMethodPlan(method, fresh(name, names), cursor) : this;
  }

  /** Returns whether Retrofit's method has additional parameters. */
  boolean hasAddedParameters() {
    return !cursor.isEmpty();
  }

  private boolean isChanged() {
    return hasAddedParameters() || method.continuation().isPresent();
  }

  private int arity() {
    return method.parameters().size() + cursor.size();
  }

  /** The user's parameters, with their annotations only if {@code annotated}. */
  List<ParameterSpec> userParameters(boolean annotated) {
    return parameters(method, annotated);
  }

  /** The parameters of {@code method}, with their annotations only if {@code annotated}. */
  static List<ParameterSpec> parameters(ApiMethod method, boolean annotated) {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      ParameterSpec.Builder source =
          ParameterSpec.builder(parameter.type().source(), parameter.name());
      if (annotated) {
        for (AnnotationModel annotation : parameter.annotations()) {
          source.addAnnotation(annotation.source());
        }
        if (parameter.isOptions() && parameter.annotation(RetrofitAnnotations.TAG).isEmpty()) {
          source.addAnnotation(RetrofitAnnotations.TAG);
        }
      }
      parameters.add(source.build());
    }
    return parameters;
  }

  private static ParameterSpec query(
      String key, ClassName type, Set<String> taken, boolean seesNullable) {
    AnnotationSpec query =
        AnnotationSpec.builder(RetrofitAnnotations.QUERY).addMember("value", "$S", key).build();
    TypeName nullable =
        seesNullable ? type.annotated(AnnotationSpec.builder(LibraryTypes.NULLABLE).build()) : type;
    return ParameterSpec.builder(nullable, fresh(key, taken)).addAnnotation(query).build();
  }

  /**
   * Returns {@code wanted}, with a number appended if it is taken, and marks the result as taken.
   */
  static String fresh(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
