package cn.gongkai.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A copy of a record with some components changed, for limits that a test makes small.
public final class Altered {

  private Altered() {}

  /// @param changed new values by the names of their components
  /// @throws IllegalArgumentException where there is no such component, or a value does not fit
  public static <R extends Record> R of(R record, Map<String, ?> changed) {
    Map<String, Object> left = new HashMap<>(changed);
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        Object before = components[i].getAccessor().invoke(record);
        Object now = left.remove(components[i].getName());
        values[i] = now == null ? before : now;
      }
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(record.getClass() + " has no " + left.keySet());
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked") // the class of a record is that of the record
      Constructor<R> constructor = (Constructor<R>) record.getClass().getConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record.getClass() + " cannot be copied", e);
    }
  }
}
