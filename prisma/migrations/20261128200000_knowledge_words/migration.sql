-- By themselves: a new value cannot be used in the transaction that adds it.
ALTER TYPE article_status ADD VALUE 'review' AFTER 'draft';
-- What customers who signed in, or only the desk, may find. What everybody may stays 'article'.
ALTER TYPE search_kind ADD VALUE 'article_customers';
ALTER TYPE search_kind ADD VALUE 'article_staff';
