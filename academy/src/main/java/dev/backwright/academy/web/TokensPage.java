package dev.backwright.academy.web;

import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param tokens those that are still good
/// @param scopes that this account can give
/// @param gitClone what clones a first lab by git
/// @param made a token just made, shown this once; `null` for none
/// @param trouble what was not done, and why; `null` for nothing
public record TokensPage(
        Frame frame,
        List<ApiTokens.Listed> tokens,
        List<Scope> scopes,
        String gitClone,
        @Nullable String made,
        @Nullable String trouble) {

    public TokensPage {
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
    }
}
