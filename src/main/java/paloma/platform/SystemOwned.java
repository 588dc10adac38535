package paloma.platform;

import static java.nio.file.attribute.AclEntryPermission.ADD_FILE;
import static java.nio.file.attribute.AclEntryPermission.APPEND_DATA;
import static java.nio.file.attribute.AclEntryPermission.DELETE;
import static java.nio.file.attribute.AclEntryPermission.DELETE_CHILD;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ACL;
import static java.nio.file.attribute.AclEntryPermission.WRITE_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a file can only have been written by those who may change the system itself. What decides
 * is pure; {@link #holds} reads the attributes.
 */
public final class SystemOwned {
  private static final int ROOT = 0;

  /** Who may do one of these may say what a file says. */
  private static final Set<AclEntryPermission> REWRITE =
      EnumSet.of(WRITE_DATA, APPEND_DATA, DELETE, WRITE_ACL, WRITE_OWNER);

  /** Who may do one of these in a folder may put another file into the place of one. */
  private static final Set<AclEntryPermission> REPLACE =
      EnumSet.of(DELETE, DELETE_CHILD, WRITE_ACL, WRITE_OWNER);

  private SystemOwned() {}

  /** Looks at a file and its folder; a link is looked at itself. */
  public static boolean holds(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) return false;
    return Os.here() == Os.WINDOWS ? windows(file, folder) : posix(file) && posix(folder);
  }

  private static boolean posix(Path path) throws IOException {
    // A folder's link may be followed: what it leads to is then looked at, and so is its holder.
    var links =
        Files.isDirectory(path) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    int owner = (Integer) Files.getAttribute(path, "unix:uid", links);
    var attributes = Files.readAttributes(path, PosixFileAttributes.class, links);
    return ofRoot(owner, attributes.isSymbolicLink() ? Set.of() : attributes.permissions());
  }

  /** Root's, and for nobody else to write. */
  static boolean ofRoot(int owner, Set<PosixFilePermission> permissions) {
    return owner == ROOT
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /**
   * The names of the administrators, the system and its installer are translated, and their numbers
   * are not shown to us. But they are those who may write into the folder of Windows.
   */
  private static boolean windows(Path file, Path folder) throws IOException {
    var system = acl(Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows")));
    var trusted = writers(system.getAcl());
    var view = acl(file);
    var around = acl(folder);
    return fileOnlyFor(trusted, view.getOwner(), view.getAcl())
        && folderOnlyFor(trusted, around.getOwner(), around.getAcl());
  }

  private static AclFileAttributeView acl(Path path) throws IOException {
    var view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (view == null) throw new IOException("no access list on " + path);
    return view;
  }

  /** Who may make files in the folder with this list. */
  static Set<UserPrincipal> writers(List<AclEntry> folder) {
    return folder.stream()
        .filter(e -> grants(e, EnumSet.of(ADD_FILE)))
        .map(AclEntry::principal)
        .collect(Collectors.toSet());
  }

  /** Theirs, and nobody else may change what it says. */
  static boolean fileOnlyFor(Set<UserPrincipal> trusted, UserPrincipal owner, List<AclEntry> file) {
    return onlyFor(trusted, owner, file, REWRITE);
  }

  /** Theirs, and nobody else may take a file out of it. Others may add files: those are theirs. */
  static boolean folderOnlyFor(
      Set<UserPrincipal> trusted, UserPrincipal owner, List<AclEntry> folder) {
    return onlyFor(trusted, owner, folder, REPLACE);
  }

  private static boolean onlyFor(
      Set<UserPrincipal> trusted,
      UserPrincipal owner,
      List<AclEntry> acl,
      Set<AclEntryPermission> power) {
    return trusted.contains(owner)
        && acl.stream()
            .filter(e -> grants(e, power))
            .allMatch(e -> trusted.contains(e.principal()));
  }

  /** What is only inherited by files below says nothing about this one. */
  private static boolean grants(AclEntry entry, Set<AclEntryPermission> power) {
    return entry.type() == AclEntryType.ALLOW
        && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY)
        && entry.permissions().stream().anyMatch(power::contains);
  }
}
