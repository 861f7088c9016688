-- Lists, counts and neighbours of what somebody may read, without touching the texts themselves.
CREATE INDEX article_readable_by_category ON article (category_id, effective_audience) WHERE status = 'published' AND published_at IS NOT NULL;
CREATE INDEX article_readable_by_day ON article (published_at DESC, id DESC) INCLUDE (effective_audience) WHERE status = 'published' AND published_at IS NOT NULL;
CREATE INDEX article_readable_by_views ON article (is_pinned DESC, (carried_views + view_count) DESC, title, id) INCLUDE (effective_audience) WHERE status = 'published' AND published_at IS NOT NULL;
CREATE INDEX article_by_tags ON article USING gin (tags);
