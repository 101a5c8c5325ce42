package visibuild.audit.reachability;

/**
 * A class file of a program.
 *
 * @param unit the archive or folder that holds it
 */
// Never compared, and too large to copy.
@SuppressWarnings("ArrayRecordComponent")
record ClassFile(ClassSummary summary, byte[] content, String unit) {}
