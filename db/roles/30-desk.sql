-- The service desk: one function, and nothing else of ours.
GRANT USAGE ON SCHEMA desk TO lumix_desk;
GRANT EXECUTE ON FUNCTION desk.desk_check TO lumix_desk;
