-- Whoever is in a session begins no other.
CREATE UNIQUE INDEX appointment_one_under_way ON appointment (agent_id) WHERE state = 'under_way';
