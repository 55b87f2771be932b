-- For the search by name: the beginning of a name is found by these, in any locale of the database.
-- No trigrams: the rows of nodes are written too often for an index that is slow to write, and ten
-- thousand names are gone through in milliseconds where a name does not begin with the text.
create index node_label_beginning on node (lower(label) text_pattern_ops);
create index network_label_beginning on network (lower(label) text_pattern_ops);
create index project_label_beginning on project (lower(label) text_pattern_ops);

-- For what needs somebody: failures are few among all that was ever done.
create index operation_failed on operation (id desc) where state = 'ERROR';
