/** The Windows registry, as the system's own program exports it. */
package paloma.platform.windows;
