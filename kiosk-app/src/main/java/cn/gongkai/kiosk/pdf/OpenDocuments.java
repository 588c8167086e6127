package cn.gongkai.kiosk.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The documents that are open, the one used last at the end. Confined to the thread that renders.
final class OpenDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(OpenDocuments.class);

  private final PdfLimits limits;
  private final Map<Path, PDDocument> open = new LinkedHashMap<>(4, 0.75f, true);

  OpenDocuments(PdfLimits limits) {
    this.limits = limits;
  }

  PageResult render(PageKey key) {
    try {
      PDDocument document = document(key.file());
      int pages = document.getNumberOfPages();
      if (pages > limits.pagesMax()) {
        return new PageResult.Refused(pages + " pages, at most " + limits.pagesMax());
      }
      if (key.page() < 1 || key.page() > pages) {
        return new PageResult.Refused("page " + key.page() + " of " + pages);
      }
      return new PageResult.Shown(image(document, key), pages);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      forget(key.file());
      return new PageResult.Refused(String.valueOf(e));
    }
  }

  private PDDocument document(Path file) throws IOException {
    PDDocument known = open.get(file);
    if (known != null) {
      return known;
    }
    long bytes = Files.size(file);
    if (bytes > limits.fileBytesMax()) {
      throw new IOException(bytes + " bytes, at most " + limits.fileBytesMax());
    }
    PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
    open.put(file, document);
    closeOldest();
    return document;
  }

  private void closeOldest() {
    List<Path> oldest = new ArrayList<>(open.keySet());
    for (Path file : oldest.subList(0, Math.max(0, oldest.size() - limits.openMax()))) {
      forget(file);
    }
  }

  private void forget(Path file) {
    PDDocument document = open.remove(file);
    if (document != null) {
      try {
        document.close();
      } catch (IOException e) {
        LOG.debug("{} did not close", file.getFileName(), e);
      }
    }
  }

  private Image image(PDDocument document, PageKey key) throws IOException {
    int index = key.page() - 1;
    PDRectangle box = document.getPage(index).getCropBox();
    boolean turned = document.getPage(index).getRotation() % 180 != 0;
    double wide = Math.max(1, turned ? box.getHeight() : box.getWidth());
    double high = Math.max(1, turned ? box.getWidth() : box.getHeight());
    double scale = Math.min(key.widthPixels() / wide, limits.heightPixelsMax() / high);
    int width = Math.max(1, (int) Math.round(wide * scale));
    int height = Math.max(1, (int) Math.round(high * scale));
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D pen = page.createGraphics();
    try {
      pen.setBackground(Color.WHITE);
      pen.clearRect(0, 0, width, height);
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      renderer.setRenderingHints(hints());
      renderer.renderPageToGraphics(index, pen, (float) scale);
    } finally {
      pen.dispose();
    }
    return toScreen(page);
  }

  private static RenderingHints hints() {
    RenderingHints hints =
        new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hints.put(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    hints.put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return hints;
  }

  /// The same pixels, not a copy of them.
  private static Image toScreen(BufferedImage page) {
    int[] pixels = ((DataBufferInt) page.getRaster().getDataBuffer()).getData();
    return new WritableImage(
        new PixelBuffer<>(
            page.getWidth(),
            page.getHeight(),
            IntBuffer.wrap(pixels),
            PixelFormat.getIntArgbPreInstance()));
  }

  void close() {
    List.copyOf(open.keySet()).forEach(this::forget);
  }
}
