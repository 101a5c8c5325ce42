package visibuild.audit.reachability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import visibuild.audit.CallStep;
import visibuild.audit.Reachability;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.SourcePosition;
import visibuild.policy.UploadDescriptor;

/**
 * Computes which calls of a program its entry points can reach.
 *
 * <pre>{@code
 * ProgramClasses classes = new ProgramClasses();
 * classes.add("com/acme/Main.class", "desk.jar", bytes);
 * Reachability reachability = ReachabilityAnalysis.of(classes, descriptors);
 * }</pre>
 */
public final class ReachabilityAnalysis {
  private final ProgramClasses program;
  private final Collection<Descriptor> descriptors;
  private final Hierarchy hierarchy;
  private final Walk walk;

  private ReachabilityAnalysis(ProgramClasses program, Collection<Descriptor> descriptors) {
    this.program = program;
    this.descriptors = descriptors;
    Map<String, String> clientOf = new HashMap<>();
    Set<String> seeds = new HashSet<>();
    for (Descriptor descriptor : descriptors) {
      clientOf.put(internal(descriptor.api()), internal(descriptor.client()));
      seeds.add(internal(descriptor.api()));
      seeds.add(internal(descriptor.client()));
    }
    hierarchy = program.analyse(seeds);
    walk = new Walk(program, hierarchy, clientOf);
    new EntryPoints(program, hierarchy, walk).walk();
  }

  /** Returns what of {@code descriptors} the entry points of {@code program} reach. */
  public static Reachability of(ProgramClasses program, Collection<Descriptor> descriptors) {
    return new ReachabilityAnalysis(program, descriptors).result();
  }

  private Reachability result() {
    Map<String, List<CallStep>> paths = new LinkedHashMap<>();
    Set<String> created = new HashSet<>();
    for (Descriptor descriptor : descriptors) {
      if (descriptor.api().equals(UploadDescriptor.API)) {
        upload(descriptor, paths, created);
        continue;
      }
      ClassModel client = hierarchy.find(internal(descriptor.client()));
      if (client == null || walk.isCreated(client)) {
        created.add(descriptor.client());
      }
      for (MethodDescriptor method : descriptor.methods()) {
        String key = Reachability.key(descriptor, method);
        if (client == null) {
          paths.put(key, List.of(CallStep.note("the class of the client was not found")));
        } else {
          pathTo(client, method).ifPresent(path -> paths.put(key, path));
        }
      }
    }
    return new Reachability(
        true, paths, created, List.copyOf(walk.reasons()), gaps(), writeAccess());
  }

  private List<CallStep> writeAccess() {
    List<CallStep> path = new ArrayList<>();
    walk.writeAccess()
        .need()
        .ifPresent(
            need -> {
              Cause cause = need.cause();
              path.addAll(pathOf(cause));
              path.add(
                  new CallStep(
                      need.what(), Optional.empty(), cause.caller() == null ? cause.note() : ""));
            });
    return path;
  }

  private void upload(
      Descriptor descriptor, Map<String, List<CallStep>> paths, Set<String> created) {
    walk.upload()
        .ifPresent(
            cause -> {
              List<CallStep> path = new ArrayList<>(pathOf(cause));
              path.add(new CallStep("visibuild.Attachments.upload", Optional.empty(), ""));
              created.add(descriptor.client());
              for (MethodDescriptor method : descriptor.methods()) {
                paths.put(Reachability.key(descriptor, method), path);
              }
            });
  }

  /** The shortest path to a method of {@code client}, or to its HTTP side. */
  private Optional<List<CallStep>> pathTo(ClassModel client, MethodDescriptor method) {
    List<MethodModel> named =
        client.methods.values().stream()
            .filter(each -> each.name.equals(method.name()) && !each.is(Opcodes.ACC_BRIDGE))
            .toList();
    List<MethodModel> exact =
        named.stream().filter(each -> parameters(each).equals(method.parameters())).toList();
    if (named.isEmpty()) {
      return Optional.of(List.of(CallStep.note("the method was not found in the client's class")));
    }
    return (exact.isEmpty() ? named : exact)
        .stream()
            .filter(walk.reached()::containsKey)
            .map(this::pathOf)
            .min(Comparator.comparingInt(List::size));
  }

  private static List<String> parameters(MethodModel method) {
    return Arrays.stream(Type.getArgumentTypes(method.descriptor))
        .map(Type::getClassName)
        .map(String::valueOf)
        .toList();
  }

  private List<CallStep> pathOf(MethodModel target) {
    Cause cause = walk.reached().get(target);
    List<CallStep> path = new ArrayList<>(cause == null ? List.of() : pathOf(cause));
    path.add(new CallStep(target.label(), Optional.empty(), cause == null ? "" : cause.note()));
    return path;
  }

  /**
   * The steps up to the caller of {@code cause}, each with the line of its call. A bridge method
   * and the method that it calls are one step, since both are one method in the source.
   */
  private List<CallStep> pathOf(Cause cause) {
    Deque<CallStep> path = new ArrayDeque<>();
    Cause at = cause;
    while (at.caller() != null) {
      MethodModel caller = at.caller();
      Cause before = walk.reached().getOrDefault(caller, Cause.entry(""));
      CallStep next = path.peekFirst();
      if (caller.is(Opcodes.ACC_BRIDGE) && next != null && next.method().equals(caller.label())) {
        path.removeFirst();
        path.addFirst(new CallStep(next.method(), next.source(), before.note()));
      } else {
        path.addFirst(new CallStep(caller.label(), Optional.of(position(at)), before.note()));
      }
      at = before;
    }
    return List.copyOf(path);
  }

  private static SourcePosition position(Cause cause) {
    MethodModel caller = Objects.requireNonNull(cause.caller());
    return new SourcePosition(
        caller.owner.source(),
        cause.line() > 0 ? OptionalInt.of(cause.line()) : OptionalInt.empty());
  }

  /** Returns the classes that can call Visibuild and have no descriptor. */
  private List<String> gaps() {
    Set<String> described = new HashSet<>();
    descriptors.forEach(descriptor -> described.add(internal(descriptor.client())));
    List<String> gaps = new ArrayList<>();
    program
        .implementers()
        .forEach(
            (type, access) -> {
              if (!access.startsWith("visibuild/")) {
                gaps.add(
                    "%s uses a relocated runtime (%s), which descriptors do not cover"
                        .formatted(ClassSummary.binaryName(type), ClassSummary.binaryName(access)));
              } else if (!described.contains(type) && !RuntimeClasses.contain(type)) {
                gaps.add(
                    "%s makes calls to Visibuild and has no descriptor"
                        .formatted(ClassSummary.binaryName(type)));
              }
            });
    program
        .unreadable()
        .forEach(file -> gaps.add(file + " cannot be read, so its calls are not known"));
    outdated(gaps);
    return gaps.stream().sorted().toList();
  }

  /** Adds the requests of clients that their descriptors do not list. */
  private void outdated(List<String> gaps) {
    Map<String, List<Descriptor>> versions =
        descriptors.stream().collect(Collectors.groupingBy(Descriptor::client));
    versions.forEach(
        (client, described) -> {
          ClassModel calls = hierarchy.find(internal(client) + "$Calls");
          if (calls != null) {
            for (String request : RetrofitRequest.missing(calls, described)) {
              gaps.add(
                  "%s makes the call %s, which its descriptor does not list"
                      .formatted(client, request));
            }
          }
        });
  }

  private static String internal(String binaryName) {
    return binaryName.replace('.', '/');
  }
}
