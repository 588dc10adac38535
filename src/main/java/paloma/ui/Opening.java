package paloma.ui;

import java.util.Optional;

/**
 * How a window begins and ends.
 *
 * @param background it is not shown before somebody wants it; without a tray it lies iconified
 * @param login looks whether Paloma starts at login, and may block; empty where it can't
 * @param quit ends the program; called once when the person wants that
 */
public record Opening(boolean background, Optional<Runnable> login, Runnable quit) {}
