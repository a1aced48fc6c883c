CREATE TYPE @extschema@.quote_kind AS ENUM ('direct', 'mixed', 'indirect');

COMMENT ON TYPE @extschema@.quote_kind IS
'direct: the marked words are all that is reported; mixed: marked words within the reporter''s own clause; indirect: reported speech outside quotation marks';
