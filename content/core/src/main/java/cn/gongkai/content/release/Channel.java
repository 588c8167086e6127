package cn.gongkai.content.release;

import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.Item;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of publication with a key of its own: `county`, or one for each township, such as
/// `town-370323104`. A township's channel carries items of its own division only, whose ids begin
/// with its code and a hyphen; every other entity belongs to the county.
public record Channel(@JsonValue String name) implements Comparable<Channel> {

  private static final Pattern FORM = Pattern.compile("county|town-[1-9]\\d{8}");
  private static final Pattern TOWN_KEY = Pattern.compile("([1-9]\\d{8})-.+");

  public static final Channel COUNTY = new Channel("county");

  @JsonCreator
  public Channel {
    if (!FORM.matcher(name).matches()) {
      throw new InvalidValue(
          "RELEASE-CHANNEL", "a channel is 'county' or 'town-' and 9 digits, not '" + name + "'");
    }
  }

  public static Channel ofTown(DivisionCode town) {
    return new Channel("town-" + town.value());
  }

  /// The only channel that may carry or delete the entity of this name.
  public static Channel of(EntityRef ref) {
    Matcher town = TOWN_KEY.matcher(ref.key());
    return ref.kind() == EntityKind.ITEM && town.matches()
        ? new Channel("town-" + town.group(1))
        : COUNTY;
  }

  public boolean isTown() {
    return !equals(COUNTY);
  }

  /// True where the channel may carry the entity: its name lies in the channel's name space and,
  /// for a township, the item is of that township.
  public boolean mayCarry(Entity entity) {
    if (!of(entity.ref()).equals(this)) {
      return false;
    }
    return !isTown()
        || entity instanceof Item item && name.equals("town-" + item.metadata().division().value());
  }

  @Override
  public int compareTo(Channel other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
