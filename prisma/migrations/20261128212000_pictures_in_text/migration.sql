-- A picture that stands in a text is read there: it is no file to be downloaded beside it.
ALTER TABLE attachment
  ADD COLUMN is_in_text boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT attachment_in_text CHECK (NOT is_in_text OR (article_id IS NOT NULL AND kind = 'image'));
