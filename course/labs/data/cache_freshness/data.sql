create table product (
    id integer primary key,
    name text not null,
    price integer not null,
    description text not null
);

insert into product (id, name, price, description) values
    (1, 'Desk lamp', 4900, 'Bends, and stays where it is.'),
    (2, 'Spare bulb', 0, ''),
    (3, 'Shelf', 12900, 'Oak, 80 cm.'),
    (9, 'Box', 300, 'Holds what is left.');
