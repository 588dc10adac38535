/** Where a process begins and the object graph is put together. */
package paloma.boot;
