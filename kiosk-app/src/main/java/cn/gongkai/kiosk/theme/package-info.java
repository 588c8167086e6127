/// Looks: the panel in millimetres, tokens, themes, text sizes, fonts and icons.
@NullMarked
package cn.gongkai.kiosk.theme;

import org.jspecify.annotations.NullMarked;
