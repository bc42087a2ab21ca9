package dev.backwright.judge;

/// What is to be judged.
///
/// @param id names the report; chosen by whoever stores it
/// @param files the learner's files, as taken in by [FileTree]; the lab's read-only files are added by the judge
/// @param seed where whatever varies comes from
/// @param attempt the learner's attempt at this lab, from 1
public record Submission(String id, LabId lab, FileTree files, long seed, int attempt) {}
