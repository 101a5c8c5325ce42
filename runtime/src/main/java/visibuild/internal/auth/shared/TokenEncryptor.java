package visibuild.internal.auth.shared;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import visibuild.Scope;
import visibuild.internal.auth.Scopes;
import visibuild.internal.base.Secret;

/**
 * Encrypts tokens for the store (AES-GCM). An entry is bound to origin, client id and scope, which
 * are authenticated with it: it cannot be decrypted for another origin, client or scope.
 */
final class TokenEncryptor {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;
  private static final int VERSION = 2;

  private final transient SecretKey key;
  private final byte[] binding;
  private final SecureRandom random = new SecureRandom();

  TokenEncryptor(SecretKey key, String origin, String clientId, Scope scope) {
    this.key = key;
    this.binding = binding(origin, clientId, scope);
  }

  /** Returns the store's key for the entry, a hash that reveals no client id. */
  String storageKey() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(binding);
      return "visibuild-token-" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform supports SHA-256.", e);
    }
  }

  String encrypt(SharedToken token) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(write(token));
      byte[] entry = new byte[NONCE_BYTES + encrypted.length];
      System.arraycopy(nonce, 0, entry, 0, NONCE_BYTES);
      System.arraycopy(encrypted, 0, entry, NONCE_BYTES, encrypted.length);
      return Base64.getEncoder().encodeToString(entry);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The token store's key cannot encrypt; pass an AES key.", e);
    }
  }

  /** Returns the token of an entry; empty if it is foreign, was changed, or is no entry at all. */
  Optional<SharedToken> decrypt(String entry) {
    try {
      byte[] bytes = Base64.getDecoder().decode(entry);
      if (bytes.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return read(plain);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(binding);
    return cipher;
  }

  private static byte[] binding(String origin, String clientId, Scope scope) {
    return String.join("\n", "visibuild-token", origin, clientId, scope.parameter())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] write(SharedToken token) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(token.sequence());
      out.writeLong(token.issuedAtMillis());
      out.writeLong(token.expiresAtMillis());
      out.writeBoolean(token.scopeConfirmed());
      out.writeUTF(String.join(" ", token.granted()));
      out.writeUTF(token.value().reveal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Optional<SharedToken> read(byte[] plain) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      long sequence = in.readLong();
      long issued = in.readLong();
      long expires = in.readLong();
      boolean scopeConfirmed = in.readBoolean();
      return Optional.of(
          new SharedToken(
              sequence,
              issued,
              expires,
              scopeConfirmed,
              Scopes.parse(in.readUTF()),
              Secret.ofUnchecked(in.readUTF())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
