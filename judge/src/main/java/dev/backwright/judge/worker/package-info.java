/// A judge as a process of its own: takes jobs from the academy's database and writes reports there, by a role that can do
/// nothing else.
///
/// ```text
///   Main ──► Worker ──► Desk ──► judge_take, judge_files, judge_tell, judge_report …      (PostgreSQL)
///              └──► Judge
/// ```
///
/// Knows the judge from outside and JDBC. The judge does not know it; neither knows the academy.
@NullMarked
package dev.backwright.judge.worker;

import org.jspecify.annotations.NullMarked;
