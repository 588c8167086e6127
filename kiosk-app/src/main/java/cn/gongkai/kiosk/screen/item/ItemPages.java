package cn.gongkai.kiosk.screen.item;

import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ItemPage;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;

/// Makes the page of an item; composed in `app`, since screens do not know one another.
@FunctionalInterface
public interface ItemPages {
  ItemPage of(Dossier dossier, ReaderPorts ports);
}
