/// Tests of the reading screens as a whole, and the hand-made content they share.
package cn.gongkai.kiosk.reading;
