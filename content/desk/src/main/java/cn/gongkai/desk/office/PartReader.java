package cn.gongkai.desk.office;

import java.io.IOException;
import org.xml.sax.SAXException;

/// Reads the parts of an archive of one kind.
interface PartReader {

  /// Hands over the texts of one part.
  ///
  /// @throws SAXException where the part is not well-formed
  void read(String part) throws IOException, SAXException;

  /// Hands over what is left when all parts are read.
  default void finish() {}
}
