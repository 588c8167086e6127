package cn.gongkai.desk.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// How the folder of phone pages was left: its time changes when a page is taken away or put there,
/// and pages are not forced to the disk, so that those written before the machine last started are
/// not to be relied on.
///
/// @param modified nanoseconds since 1970
/// @param start the start of the machine; empty where the system does not tell, which never matches
public record PageFolderState(long modified, String start) {

  public static final PageFolderState UNKNOWN = new PageFolderState(0, "");

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  public static PageFolderState of(Path folder) {
    try {
      long modified = Files.getLastModifiedTime(folder).to(TimeUnit.NANOSECONDS);
      return new PageFolderState(modified, Files.readString(BOOT).strip());
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /// True where nothing has happened to the folder since this state of it.
  public boolean stillHolds(Path folder) {
    return !start.isEmpty() && equals(of(folder));
  }
}
