package paloma.platform;

import static java.nio.file.attribute.AclEntryPermission.ADD_FILE;
import static java.nio.file.attribute.AclEntryPermission.APPEND_DATA;
import static java.nio.file.attribute.AclEntryPermission.DELETE;
import static java.nio.file.attribute.AclEntryPermission.DELETE_CHILD;
import static java.nio.file.attribute.AclEntryPermission.READ_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ACL;
import static java.nio.file.attribute.AclEntryPermission.WRITE_DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemOwnedTest {
  private static final UserPrincipal ADMINS = new Named("VORDEFINIERT\\Administratoren");
  private static final UserPrincipal SYSTEM = new Named("NT-AUTORITÄT\\SYSTEM");
  private static final UserPrincipal CREATOR = new Named("ERSTELLER-BESITZER");
  private static final UserPrincipal USERS = new Named("VORDEFINIERT\\Benutzer");
  private static final UserPrincipal MALLORY = new Named("PC7\\mallory");

  /** As Windows lists its own folder. */
  private static final Set<UserPrincipal> TRUSTED =
      SystemOwned.writers(
          List.of(
              may(ADMINS, READ_DATA, WRITE_DATA, DELETE),
              may(SYSTEM, READ_DATA, ADD_FILE),
              may(USERS, READ_DATA),
              later(CREATOR, WRITE_DATA, WRITE_ACL)));

  private record Named(String getName) implements UserPrincipal {}

  private static AclEntry may(UserPrincipal who, AclEntryPermission... what) {
    return entry(who, AclEntryType.ALLOW, Set.of(), what);
  }

  private static AclEntry later(UserPrincipal who, AclEntryPermission... what) {
    return entry(who, AclEntryType.ALLOW, Set.of(AclEntryFlag.INHERIT_ONLY), what);
  }

  private static AclEntry entry(
      UserPrincipal who, AclEntryType type, Set<AclEntryFlag> flags, AclEntryPermission... what) {
    return AclEntry.newBuilder()
        .setPrincipal(who)
        .setType(type)
        .setFlags(flags)
        .setPermissions(what)
        .build();
  }

  private static boolean root(int owner, String permissions) {
    return SystemOwned.ofRoot(owner, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void onlyRootMayOwnAndWriteIt() {
    assertThat(root(0, "rw-r--r--")).isTrue();
    assertThat(root(0, "rwxr-xr-x")).isTrue();
    assertThat(root(1000, "rw-r--r--")).isFalse();
    assertThat(root(0, "rw-rw-r--")).isFalse();
    assertThat(root(0, "rw-r--rw-")).isFalse();
  }

  @Test
  void whoeverMayWriteIntoWindowsIsTrustedByAnyName() {
    assertThat(TRUSTED).containsExactlyInAnyOrder(ADMINS, SYSTEM);
  }

  @Test
  void aFileOfAnAdministratorThatOthersOnlyReadIsTrusted() {
    var acl = List.of(may(ADMINS, WRITE_DATA), may(USERS, READ_DATA));

    assertThat(SystemOwned.fileOnlyFor(TRUSTED, ADMINS, acl)).isTrue();
    assertThat(SystemOwned.fileOnlyFor(TRUSTED, SYSTEM, acl)).isTrue();
    assertThat(SystemOwned.fileOnlyFor(TRUSTED, MALLORY, acl)).isFalse();
  }

  @Test
  void aFileThatOthersMayRewriteIsNot() {
    for (var power : List.of(WRITE_DATA, APPEND_DATA, DELETE, WRITE_ACL)) {
      assertThat(SystemOwned.fileOnlyFor(TRUSTED, ADMINS, List.of(may(MALLORY, power))))
          .as("%s", power)
          .isFalse();
    }
    var denied = entry(MALLORY, AclEntryType.DENY, Set.of(), WRITE_DATA);
    assertThat(SystemOwned.fileOnlyFor(TRUSTED, ADMINS, List.of(denied))).isTrue();
  }

  /** As every folder under ProgramData: users may add files, which then are theirs. */
  @Test
  void aFolderIsTrustedAsLongAsOthersCannotTakeFilesOutOfIt() {
    var usual = List.of(may(ADMINS, DELETE_CHILD), may(USERS, ADD_FILE), later(CREATOR, WRITE_ACL));

    assertThat(SystemOwned.folderOnlyFor(TRUSTED, ADMINS, usual)).isTrue();
    assertThat(SystemOwned.folderOnlyFor(TRUSTED, MALLORY, usual)).isFalse();
    assertThat(SystemOwned.folderOnlyFor(TRUSTED, ADMINS, List.of(may(USERS, DELETE_CHILD))))
        .isFalse();
  }

  @Test
  void theFileItsFolderAndItsLinkAreLookedAt(@TempDir Path folder) throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
    boolean root = (Integer) Files.getAttribute(folder, "unix:uid") == 0;
    var file = Files.createFile(folder.resolve("policy.json"));
    mode(folder, "rwxr-xr-x");
    mode(file, "rw-r--r--");

    assertThat(SystemOwned.holds(file)).isEqualTo(root);
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(SystemOwned.holds(link)).isEqualTo(root);
    mode(folder, "rwxrwxr-x");
    assertThat(SystemOwned.holds(file)).isFalse();
    mode(folder, "rwxr-xr-x");
    mode(file, "rw-rw-rw-");
    assertThat(SystemOwned.holds(file)).isFalse();
    assumeTrue(root);
    mode(file, "rw-r--r--");
    Files.setAttribute(file, "unix:uid", 12345);
    assertThat(SystemOwned.holds(file)).isFalse();
    Files.setAttribute(file, "unix:uid", 0);
    Files.setAttribute(folder, "unix:uid", 12345);
    assertThat(SystemOwned.holds(file)).isFalse();
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
