package cn.gongkai.desk.publish;

import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.ItemFile;
import cn.gongkai.desk.authoring.Structure;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What an authored folder holds now, before any of its items is read.
///
/// @param files of all items, in no order
/// @param places what is wrong with the places of files
record FolderListing(
    AuthoredFolder folder, Structure structure, List<ItemFile> files, List<Problem> places) {

  static FolderListing of(AuthoredFolder folder) throws IOException {
    List<Problem> places = new ArrayList<>();
    Structure structure = folder.structure();
    List<ItemFile> files = folder.itemFiles(places);
    return new FolderListing(folder, structure, files, places);
  }
}
