package cn.gongkai.kiosk.ui.scroll;

import java.util.function.Supplier;
import javafx.scene.layout.Region;

/// One cell of a [ScrollColumn]: a node made when it comes near the screen.
///
/// @param node makes the node, on the screen's thread
/// @param heightGuessEm height in units of the body's font size, until it has been measured
public record Piece(Supplier<? extends Region> node, double heightGuessEm) {}
