/// The same as the API, as a graph: what a program wants, in one question, read only. `academy.graphqls` has the schema.
///
/// ```text
///   POST /graphql ──► GraphQlApi ──► Graph (read only, so long at most) ──► Size, depth, Cost ──► FieldGate ──► LearningGraph, SubmissionGraph, CohortGraph
///                                                                                                  └─ Rights
/// ```
///
/// Who asks is handed on in the operation's context: `account`, `learner`.
@NullMarked
package dev.backwright.academy.web.graphql;

import org.jspecify.annotations.NullMarked;
