package visibuild.processor.model;

/**
 * An annotation of a JSON library other than Jackson, on a member of a model.
 *
 * @param member the member as a message names it, {@code Ticket.title}
 * @param label the annotation as a message names it, {@code @SerializedName}
 * @param replacement Jackson's annotation for the same purpose
 * @param isOfLibrary whether the class has no source here, so that its annotations are fixed
 * @param location the annotation
 */
public record ForeignAnnotation(
    String member,
    String label,
    String replacement,
    boolean isOfLibrary,
    SourceLocation location) {}
