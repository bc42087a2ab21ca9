package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.accounts.PasskeyRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells a controller whose request it answers: the learner, the account, or what it may see of the graph. Nobody else asks the security context; from here on the learner is handed on.
///
/// ```java
/// @GetMapping("/review")
/// String review(Learner learner) { … }
/// ```
@Component
final class LearnerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ObjectProvider<PasskeyRule> rules;

    LearnerArgument(ObjectProvider<PasskeyRule> rules) {
        this.rules = rules;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Learner.class || type == Account.class || type == FieldRights.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && parameter.getParameterType() == FieldRights.class) {
            return new FieldRights(authentication, rules.getObject());
        }
        var principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof Account account) {
            return parameter.getParameterType() == Account.class ? account : account.learner();
        }
        if (principal instanceof Learner learner && parameter.getParameterType() == Learner.class) {
            return learner;
        }
        throw new IllegalStateException(
                "nobody is known to ask, and yet %s is called"
                        .formatted(parameter.getExecutable()));
    }
}
