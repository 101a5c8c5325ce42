package visibuild.audit.reachability;

import java.nio.charset.StandardCharsets;

/**
 * One text for each distinct name in the bytes of many files. Most names occur in hundreds of class
 * files, so a shared text saves most of the memory, and its hash is computed once.
 */
final class NameTable {
  private String[] names = new String[1 << 16];

  /** The hash of each name; 0 where there is none. */
  private int[] hashes = new int[names.length];

  private int size;

  /** Returns the name in {@code length} bytes of UTF-8 from {@code start}, with / for each dot. */
  String internalName(byte[] bytes, int start, int length) {
    return name(bytes, start, length, true);
  }

  /** Returns the name in {@code length} bytes of UTF-8 from {@code start}. */
  String name(byte[] bytes, int start, int length) {
    return name(bytes, start, length, false);
  }

  private String name(byte[] bytes, int start, int length, boolean dots) {
    int hash = length;
    for (int index = start; index < start + length; index++) {
      if (bytes[index] < 0) {
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        return dots ? text.replace('.', '/') : text;
      }
      hash = 31 * hash + character(bytes[index], dots);
    }
    hash = Math.max(1, (hash ^ hash >>> 15) & Integer.MAX_VALUE);
    int slot = hash & (names.length - 1);
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash && isSame(names[slot], bytes, start, length, dots)) {
        return names[slot];
      }
      slot = (slot + 1) & (names.length - 1);
    }
    String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    return add(dots ? text.replace('.', '/') : text, hash, slot);
  }

  private static int character(byte value, boolean dots) {
    return dots && value == '.' ? '/' : value;
  }

  private static boolean isSame(String name, byte[] bytes, int start, int length, boolean dots) {
    if (name.length() != length) {
      return false;
    }
    for (int index = 0; index < length; index++) {
      if (name.charAt(index) != character(bytes[start + index], dots)) {
        return false;
      }
    }
    return true;
  }

  private String add(String name, int hash, int slot) {
    names[slot] = name;
    hashes[slot] = hash;
    size++;
    if (size > names.length / 2) {
      grow();
    }
    return name;
  }

  private void grow() {
    String[] oldNames = names;
    int[] oldHashes = hashes;
    names = new String[oldNames.length * 2];
    hashes = new int[names.length];
    for (int old = 0; old < oldNames.length; old++) {
      if (oldHashes[old] != 0) {
        int slot = oldHashes[old] & (names.length - 1);
        while (hashes[slot] != 0) {
          slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = oldNames[old];
        hashes[slot] = oldHashes[old];
      }
    }
  }
}
