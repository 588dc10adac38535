/** Folder scans, safe names, part files and publishing without overwriting. */
package paloma.files;
