CREATE TYPE @extschema@.quote_kind AS ENUM ('direct', 'mixed', 'indirect');

COMMENT ON TYPE @extschema@.quote_kind IS
'direct: the marked words are all that is reported; mixed: marked words within the reporter''s own clause; indirect: reported speech outside quotation marks';

CREATE TYPE @extschema@.speaker_type AS ENUM ('person', 'organisation', 'group', 'document');

COMMENT ON TYPE @extschema@.speaker_type IS
'who speaks: a person; an organisation, country or paper; several people; a text';
