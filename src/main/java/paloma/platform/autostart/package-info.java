/** How each desktop is told to start Paloma when its person logs in. */
package paloma.platform.autostart;
