/** One page for everything that is offered, running or done. */
package paloma.ui.files;
