package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.pdf.PageKey;
import cn.gongkai.kiosk.pdf.PageResult;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.blocks.BlobFiles;
import cn.gongkai.kiosk.ui.reader.Nodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cover of an issue: its picture, else its first page, else its name set in type.
final class CoverView extends Region {

  private static final double RATIO = Math.sqrt(2);

  private final ImageView view = new ImageView();
  private final VBox type;
  private final double widthPixels;
  private final Region edge = new Region();

  CoverView(
      Details.GazetteIssue issue,
      String siteName,
      BlobFiles blobs,
      PageStore pages,
      double widthPixels) {
    this.widthPixels = widthPixels;
    getStyleClass().add("cover");
    type =
        Nodes.column(
            "cover-type",
            Nodes.words(siteName, "cover-site"),
            Nodes.words(ContentText.of("gazette.name"), "cover-name"),
            Nodes.words(
                ContentText.of("gazette.year", Integer.toString(issue.year())), "cover-number"),
            Nodes.words(
                ContentText.of("gazette.number", Integer.toString(issue.number())),
                "cover-number"));
    type.setAlignment(Pos.CENTER);
    edge.getStyleClass().add("cover-edge");
    getChildren().addAll(edge, type, view);
    view.setPreserveRatio(true);
    Optional<Path> picture = issue.cover().map(blobs::file).filter(Files::isRegularFile);
    if (picture.isPresent()) {
      decode(picture.get());
    } else {
      pages.request().load(new PageKey(blobs.file(issue.pdf()), 1, (int) widthPixels), this::show);
    }
  }

  private void decode(Path file) {
    Image image = new Image(file.toUri().toString(), widthPixels, 0, true, true, true);
    image
        .progressProperty()
        .subscribe(
            done -> {
              if (done.doubleValue() >= 1 && !image.isError()) {
                show(image);
              }
            });
  }

  private void show(PageResult result) {
    if (result instanceof PageResult.Shown shown) {
      show(shown.image());
    }
  }

  private void show(Image image) {
    view.setImage(image);
    type.setVisible(false);
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return widthPixels;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(widthPixels * RATIO);
  }

  @Override
  protected double computeMinWidth(double height) {
    return widthPixels;
  }

  @Override
  protected void layoutChildren() {
    double high = Math.round(widthPixels * RATIO);
    double x = Math.round((getWidth() - widthPixels) / 2);
    type.resizeRelocate(x, 0, widthPixels, high);
    view.setFitWidth(widthPixels);
    view.setFitHeight(high);
    double drawn = view.getLayoutBounds().getWidth();
    view.relocate(Math.round((getWidth() - drawn) / 2), 0);
    edge.resizeRelocate(
        view.getLayoutX() - 1, -1, drawn + 2, view.getLayoutBounds().getHeight() + 2);
    edge.setVisible(drawn > 0);
  }
}
