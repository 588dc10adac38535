/** Frames and their bytes, bounded; the only room that touches Kryo. */
package paloma.frames;
