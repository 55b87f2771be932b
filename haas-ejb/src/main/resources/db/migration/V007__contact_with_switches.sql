-- When a login on a switch last succeeded and last failed. A session is open while the worker that
-- opened it, known by its fence, holds the claim on the switch's queue.
create table switch_contact (
  switch_id  bigint primary key references switch (id) on delete cascade,
  reached_at timestamptz,
  failed_at  timestamptz,
  error      text,
  fence      bigint,
  instance   text
);

-- The last words of each queue's hardware, without reading all that went well.
create index operation_with_error on operation (queue, id) where error is not null;
