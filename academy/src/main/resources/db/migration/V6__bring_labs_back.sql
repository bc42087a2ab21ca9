-- When a learner said that a passed lab is still known. Together with the passes it says when a lab comes back (decision 39).
create table recall (
    lab text not null,
    recalled_at timestamptz not null,
    primary key (lab, recalled_at)
);
