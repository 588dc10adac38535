/** Whether somebody sits at the computer, asked of each operating system. */
package paloma.platform.idle;
