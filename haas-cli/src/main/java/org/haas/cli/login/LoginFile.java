package org.haas.cli.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Endpoint;

/** Logins that were kept, one for each HaaS, in a file that only its owner may read. */
public final class LoginFile {
  private static final FileAttribute<Set<PosixFilePermission>> MINE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> MY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path file;

  /** In that folder. */
  public LoginFile(Path folder) {
    this.file = folder.resolve("logins.json");
  }

  /** A login and where it was made. */
  public record Kept(URI issuer, Grant grant) {}

  /** Where it is. */
  public Path path() {
    return file;
  }

  /** Whether nobody else may read it; so too when there is none. */
  public boolean isPrivate() {
    try {
      return !Files.exists(file)
          || Files.getPosixFilePermissions(file).stream()
              .allMatch(permission -> permission.name().startsWith("OWNER_"));
    } catch (IOException unreadable) {
      throw unreadable("cannot be looked at", unreadable);
    }
  }

  /** The HaaS of the last login. */
  public Optional<String> lastEndpoint() {
    return JsonText.text(read(), "last");
  }

  /** The login at that HaaS. */
  public Optional<Kept> find(Endpoint endpoint) {
    JsonObject found = logins(read());
    return found.get(endpoint.toString()) instanceof JsonObject login
        ? Optional.of(kept(login))
        : Optional.empty();
  }

  private static Kept kept(JsonObject login) {
    Grant grant =
        new Grant(
            login.getString("access", ""),
            JsonText.text(login, "refresh"),
            Instant.parse(login.getString("until", "1970-01-01T00:00:00Z")));
    return new Kept(URI.create(login.getString("issuer", "")), grant);
  }

  /** Keeps a login instead of the one before. The first is what is meant when nothing is said. */
  public void keep(Endpoint endpoint, Kept login) {
    keep(endpoint, login, lastEndpoint().orElse(endpoint.toString()));
  }

  /** Keeps a login, at the HaaS that is meant from now on when nothing is said. */
  public void keepAsLast(Endpoint endpoint, Kept login) {
    keep(endpoint, login, endpoint.toString());
  }

  private void keep(Endpoint endpoint, Kept login, String last) {
    JsonObjectBuilder one =
        JsonText.object()
            .add("issuer", login.issuer().toString())
            .add("access", login.grant().access())
            .add("until", login.grant().until().toString());
    login.grant().refresh().ifPresent(refresh -> one.add("refresh", refresh));
    JsonObjectBuilder all = JsonText.copy(logins(read())).add(endpoint.toString(), one);
    write(JsonText.object().add("last", last).add("logins", all).build());
  }

  /** Forgets a login. */
  public void forget(Endpoint endpoint) {
    JsonObject before = read();
    JsonObjectBuilder all = JsonText.copy(logins(before)).remove(endpoint.toString());
    write(JsonText.copy(before).add("logins", all).build());
  }

  private static JsonObject logins(JsonObject all) {
    return all.get("logins") instanceof JsonObject found ? found : JsonObject.EMPTY_JSON_OBJECT;
  }

  private JsonObject read() {
    if (!Files.exists(file)) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try {
      return JsonText.object(Files.readString(file, UTF_8))
          .orElseThrow(() -> Failure.usage(file + " is no JSON; delete it and log in again."));
    } catch (IOException unreadable) {
      throw unreadable("cannot be read", unreadable);
    }
  }

  /** At no moment may somebody else read it, and another command finds the old one or this. */
  private void write(JsonObject all) {
    try {
      Files.createDirectories(file.getParent(), MY_FOLDER);
      Path fresh = Files.createTempFile(file.getParent(), "logins", ".new", MINE);
      Files.writeString(fresh, JsonText.pretty(all) + "\n", UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw unreadable("cannot be written", unwritable);
    }
  }

  private Failure unreadable(String what, IOException why) {
    return new Failure(ExitCode.USAGE, "%s %s: %s".formatted(file, what, why), why);
  }
}
