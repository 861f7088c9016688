-- Which text of a draft this is. A save names the one that it was based on, so that two tabs do not overwrite each other unseen.
ALTER TABLE ticket_draft ADD COLUMN version uuid NOT NULL DEFAULT gen_random_uuid();
