-- Whether the desk's agents, too, help customers who lost their second factor (docs/decisions/0043); administrators always do.
ALTER TABLE security_settings ADD COLUMN can_agents_reset_factors boolean NOT NULL DEFAULT false;
