package paloma.core;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import paloma.model.DeviceId;

/**
 * With whom of a large group links are kept: the neighbours on the circle of ids and a few across
 * it. The circle alone keeps all connected; the others keep the way short. Pure; of two members
 * each names the other or neither does.
 */
final class Circle {
  /** Up to so many members everybody keeps a link to everybody. */
  static final int EVERYBODY = 32;

  private Circle() {}

  static Set<DeviceId> neighbours(DeviceId us, Collection<DeviceId> members) {
    var circle = List.copyOf(new java.util.TreeSet<>(members));
    int size = circle.size();
    int at = circle.indexOf(us);
    var near = new LinkedHashSet<DeviceId>();
    if (at < 0) return near;
    for (int step : steps(size)) {
      near.add(circle.get(Math.floorMod(at + step, size)));
      near.add(circle.get(Math.floorMod(at - step, size)));
    }
    near.remove(us);
    return near;
  }

  /** Eight links: next, next but one, and two that cross the circle in even strides. */
  private static int[] steps(int size) {
    int stride = Math.max(3, (int) Math.round(Math.cbrt(size)));
    return new int[] {1, 2, stride, stride * stride};
  }
}
