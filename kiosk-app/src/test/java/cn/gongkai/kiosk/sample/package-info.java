/// A small terminal with content of every kind, for tests.
package cn.gongkai.kiosk.sample;
