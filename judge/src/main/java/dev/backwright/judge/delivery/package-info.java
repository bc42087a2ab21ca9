/// How a submission's files reach a process that was started before them. Knows nothing.
@NullMarked
package dev.backwright.judge.delivery;

import org.jspecify.annotations.NullMarked;
