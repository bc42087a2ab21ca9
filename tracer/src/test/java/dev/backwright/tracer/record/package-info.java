/// Records programs on the real thing and looks at the steps.
package dev.backwright.tracer.record;
