-- The oldest version of these tables whose program may still run on them (decision 54). Whatever takes something away raises it.
create function schema_serves() returns int
language sql immutable as 'select 24';

-- Everybody may call a new function unless told otherwise.
revoke all on function schema_serves() from public;
