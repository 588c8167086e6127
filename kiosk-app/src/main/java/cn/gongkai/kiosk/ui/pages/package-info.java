/// Printed pages and pictures under the finger: turn, jump, enlarge in whole steps.
@NullMarked
package cn.gongkai.kiosk.ui.pages;

import org.jspecify.annotations.NullMarked;
