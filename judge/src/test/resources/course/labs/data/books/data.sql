create table author (id serial primary key, name text not null);
create table book (id serial primary key, title text not null unique, author_id int not null references author);
insert into author (name) values ('Ada');
insert into book (title, author_id) values ('Notes', 1), ('Letters', 1);
