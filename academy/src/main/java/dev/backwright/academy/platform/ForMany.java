package dev.backwright.academy.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Is there in an academy for many only; alone nobody signs in.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = ForMany.SETTING, havingValue = "true")
public @interface ForMany {

    /// Set at the start, from the [Site].
    String SETTING = "backwright.many";
}
