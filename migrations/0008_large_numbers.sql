-- Whether a chat has several carers is asked for every carer of a letter: answered from the index.

drop index carers_of_chat;
create index carers_of_chat on carers (chat_id, id) where chat_id is not null;

-- Who left long ago is looked for every hour: a few among a million.
create index children_who_leave on children (leaves) where leaves is not null;
