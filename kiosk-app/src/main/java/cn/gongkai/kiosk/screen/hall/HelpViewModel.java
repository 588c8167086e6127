package cn.gongkai.kiosk.screen.hall;

import cn.gongkai.kiosk.nav.Navigator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A guide of a few steps, each done with one's own finger.
final class HelpViewModel {

  /// What is to be done next.
  enum Step {
    TAP,
    SWIPE,
    BACK,
    DONE
  }

  private final Navigator navigator;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.TAP);

  HelpViewModel(Navigator navigator) {
    this.navigator = navigator;
  }

  // Properties

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  // Commands

  /// The card was tapped.
  void tapped() {
    pass(Step.TAP, Step.SWIPE);
  }

  /// The list was swiped to its end.
  void swiped() {
    pass(Step.SWIPE, Step.BACK);
  }

  /// The last step was read.
  void understood() {
    pass(Step.BACK, Step.DONE);
  }

  void again() {
    step.set(Step.TAP);
  }

  void home() {
    navigator.home();
  }

  private void pass(Step from, Step to) {
    if (step.get() == from) {
      step.set(to);
    }
  }
}
