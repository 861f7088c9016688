-- Readers of the last thirty days, kept beside those of all time, so that the list of what is most read of late is read from an index.
ALTER TABLE article ADD COLUMN recent_views integer NOT NULL DEFAULT 0 CONSTRAINT article_recent_views CHECK (recent_views >= 0);

UPDATE article SET recent_views = late.views
FROM (SELECT article_id, sum(views)::int AS views FROM article_day WHERE day > current_date - 30 GROUP BY article_id) AS late
WHERE late.article_id = article.id;

CREATE INDEX article_readable_by_recent_views ON article (is_pinned DESC, recent_views DESC, title, id) INCLUDE (effective_audience)
  WHERE status = 'published' AND published_at IS NOT NULL AND (is_pinned OR recent_views > 0);
