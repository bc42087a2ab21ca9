/// What programs ask of an academy for many, as `openapi.yaml` and docs/api.md have it; over the services that the pages stand on.
@NullMarked
package dev.backwright.academy.web.api;

import org.jspecify.annotations.NullMarked;
