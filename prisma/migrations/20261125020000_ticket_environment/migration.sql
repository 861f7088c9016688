-- Where the problem was seen, as the customer's browser told it and the customer agreed to send: at most one row a ticket, never changed.
CREATE TABLE ticket_environment (
  ticket_id uuid PRIMARY KEY REFERENCES ticket ON DELETE RESTRICT,
  page text,
  browser text NOT NULL,
  screen_width integer NOT NULL,
  screen_height integer NOT NULL,
  window_width integer NOT NULL,
  window_height integer NOT NULL,
  time_zone text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT ticket_environment_sizes CHECK (least(screen_width, screen_height, window_width, window_height) >= 0),
  -- What follows a question mark may be a key to somebody's account.
  CONSTRAINT ticket_environment_page_bare CHECK (page !~ '[?#]')
);
