/// Rich text as native nodes: paragraphs, tables, pictures, questions, with links and marked words.
@NullMarked
package cn.gongkai.kiosk.ui.blocks;

import org.jspecify.annotations.NullMarked;
