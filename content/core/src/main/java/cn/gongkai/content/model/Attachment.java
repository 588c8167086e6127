package cn.gongkai.content.model;

import java.util.Optional;

/// A file offered with an item (附件).
///
/// @param name what the resident reads, for example `附件1：补助标准表.pdf`
/// @param pages number of pages where the format has pages
public record Attachment(String name, BlobRef blob, Optional<Integer> pages) {

  public Attachment {
    InvalidValue.require(!name.isBlank(), "MODEL-ATTACHMENT", "an attachment needs a name");
  }
}
