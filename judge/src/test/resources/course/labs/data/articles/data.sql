create table article (id int primary key, title text not null);
insert into article values (1, 'On caches'), (2, 'On names');
