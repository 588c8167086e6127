/// An interpretation: what a policy means, first in one sentence.
@NullMarked
package cn.gongkai.kiosk.screen.interpretation;

import org.jspecify.annotations.NullMarked;
