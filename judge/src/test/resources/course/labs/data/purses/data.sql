create table purse (id int primary key, owner varchar(20) not null, coins int not null check (coins >= 0));
