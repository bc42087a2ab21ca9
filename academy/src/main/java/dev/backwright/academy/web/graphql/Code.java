package dev.backwright.academy.web.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;

/// What kind of error it is, for programs.
enum Code implements ErrorClassification {
    /// The document is no GraphQL.
    SYNTAX,
    /// It asks for what the schema does not have, or leaves open which operation it means.
    INVALID,
    /// It asks for more than one operation may.
    TOO_MUCH,
    /// It took longer than one operation may.
    TOO_LONG,
    /// The account has no right to the field.
    NO_RIGHT,
    /// The token is not for the field.
    NO_SCOPE,
    /// Whoever asks did not come by a passkey, and the operator wants that for the field.
    NO_PASSKEY,
    /// An argument is out of bounds.
    ARGUMENT,
    /// What an argument names is not there.
    NOT_FOUND;

    /// The engine's own kinds.
    static Code of(ErrorClassification kind) {
        if (kind instanceof Code code) {
            return code;
        }
        if (kind == ErrorType.InvalidSyntax) {
            return SYNTAX;
        }
        boolean abort =
                kind == ErrorType.ExecutionAborted
                        || kind.toString().equals("BadFaithIntrospection");
        return abort ? TOO_MUCH : INVALID;
    }
}
