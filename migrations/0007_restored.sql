-- Since when a bot is quiet after a restore: until staff have looked through what waits, it sends
-- only answers to what parents do now.

alter table bots add column quiet_since bigint;
