-- Who may find an article follows who may read it, in the same transaction, whatever changed it: the article, its category, or one
-- above. The words stay as they are; the revision makes every process take the text out of one index and into another.
CREATE FUNCTION article_search_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_document
  SET kind = (CASE NEW.effective_audience WHEN 'public' THEN 'article' WHEN 'customers' THEN 'article_customers' ELSE 'article_staff' END)::search_kind,
    revision = pg_current_xact_id()::text::bigint
  WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER article_search_kind AFTER UPDATE ON article FOR EACH ROW WHEN (OLD.effective_audience IS DISTINCT FROM NEW.effective_audience) EXECUTE FUNCTION article_search_kind();
