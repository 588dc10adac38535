/** Announcements: those of others to be read and confirmed, and one's own with who has done so. */
package paloma.ui.announce;
