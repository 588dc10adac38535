/** The Linux desktop over D-Bus: notifications and the tray. */
package paloma.platform.linux;
