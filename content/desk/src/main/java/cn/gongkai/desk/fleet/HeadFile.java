package cn.gongkai.desk.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/// The file `head.json` in the folder of a terminal: its [TerminalHead], so that nobody has to read
/// a year of receipts to say how it stands. Nothing is lost with it: where it is missing, cut off,
/// or of other files than those that are there, the head is made anew from the receipts. So it is
/// written without waiting for the disk.
record HeadFile(Path file) {

  static HeadFile of(TerminalFolder folder) {
    return new HeadFile(folder.place().resolve("head.json"));
  }

  /// @param stamps of the files that are there
  Optional<TerminalHead> find(Map<String, String> stamps) throws IOException {
    try {
      return Optional.of(FleetJson.read(Files.readString(file), TerminalHead.class))
          .filter(head -> head.stamps().equals(stamps));
    } catch (NoSuchFileException | JsonProcessingException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  void write(TerminalHead head) throws IOException {
    Path partial = file.resolveSibling("head.json.part");
    Files.writeString(partial, FleetJson.write(head));
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
