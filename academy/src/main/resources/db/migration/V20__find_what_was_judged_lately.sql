-- Metrics and the page on operations ask for what was judged lately, every few seconds.
create index on judging (judged_at);
