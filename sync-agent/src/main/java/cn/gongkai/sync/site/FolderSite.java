package cn.gongkai.sync.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A site in a folder: on this machine, a neighbour's share or a USB stick. Opens nothing but
/// regular files under the names of the release format, and follows no links.
public final class FolderSite implements SiteSource {

  private final Path folder;

  public FolderSite(Path folder) {
    this.folder = folder;
  }

  @Override
  public Answer open(SitePath path, long offset) {
    Path file = folder.resolve(path.path());
    if (!isPlainly(file)) {
      return Files.isDirectory(folder)
          ? new Answer.Absent()
          : new Answer.Failed("SYNC-NO-NETWORK", "no folder " + folder);
    }
    try {
      InputStream body = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
      body.skipNBytes(Math.min(offset, Files.size(file)));
      return new Answer.Found(body, offset);
    } catch (NoSuchFileException e) {
      return new Answer.Absent();
    } catch (IOException e) {
      return new Answer.Failed("SYNC-SERVER-ERROR", String.valueOf(e.getMessage()));
    }
  }

  /// True where the file is a regular one and every folder on the way to it a folder: no link to
  /// what belongs to the terminal, no pipe that is never written, no device.
  private boolean isPlainly(Path file) {
    for (Path above = file.getParent();
        above != null && !above.equals(folder);
        above = above.getParent()) {
      if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public void close() {}
}
