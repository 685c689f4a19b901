-- Who serves what, when several instances run on one database. The epoch rises with every new
-- holder, and whoever writes under an older one is refused; the beat shows that the holder lives.

create table leases (
    name text primary key,
    epoch bigint not null,
    beat bigint not null,
    holder text
);
