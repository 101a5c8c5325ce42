package visibuild.audit.read;

/**
 * The limits for reading an input. An archive may come from others, and a few kilobytes can unpack
 * to more than a disk holds.
 *
 * @param files files and folders that a folder is searched for
 * @param entries entries of all archives together
 * @param depth archives within archives; a jar in a jar has depth 2
 * @param descriptors descriptors of one program
 * @param descriptorBytes size of one descriptor, in bytes
 * @param allDescriptorBytes size of all descriptors of one program, in bytes: they are kept in
 *     memory
 * @param methods methods of all descriptors of one program; each parameter counts as one more
 * @param unpackedBytes total unpacked size, in bytes
 * @since 0.1
 */
public record ResourceLimits(
    int files,
    int entries,
    int depth,
    int descriptors,
    int descriptorBytes,
    int allDescriptorBytes,
    int methods,
    long unpackedBytes) {
  private static final int MEBIBYTE = 1024 * 1024;

  /**
   * Far above what any real program has: two gibibytes, a million entries, 50,000 descriptors of 64
   * MiB together. A report on that fits the heap of a small machine.
   */
  public static final ResourceLimits USUAL =
      new ResourceLimits(
          1_000_000, 1_000_000, 4, 50_000, MEBIBYTE, 64 * MEBIBYTE, 300_000, 2048L * MEBIBYTE);
}
