package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.BlobRef;
import java.nio.file.Path;

/// Where the files beside the items lie.
@FunctionalInterface
public interface BlobFiles {

  /// The blob's file, whether or not it is there.
  Path file(BlobRef blob);
}
